# zh: 失联
Feature: Losses
  # zh: 被测对象失联
  @TINY-07
  Scenario: The target is lost
    Given the world is there
    When the target dies
    Then all is well
