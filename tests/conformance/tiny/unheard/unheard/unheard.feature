# zh: 无人运行
Feature: Unheard
  # zh: 被测对象无人运行
  @TINY-07
  Scenario: The target is lost
    Given the world is there
    When the target dies
    Then all is well
