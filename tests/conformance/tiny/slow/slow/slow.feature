# zh: 等待
Feature: Waits
  # zh: 先完成一个场景
  @TINY-01
  Scenario: One is finished
    Given the world is there
    Then all is well

  # zh: 一直等待
  @TINY-02
  Scenario: One waits for ever
    Given the world is there
    When it waits for ever
    Then all is well
