# zh: 测试环境故障
Feature: Faults of the lab
  # zh: 被测对象有时失联
  @TINY-01
  Scenario: The target is lost a few times
    Given the world is there
    When the target dies as often as it is told to
    Then all is well

  # zh: 不通过的场景
  @TINY-02
  Scenario: The product fails
    Given the world is there
    When its turn has come
    Then a number is off

  # zh: 工具出错的场景
  @TINY-03
  Scenario: The kit fails
    Given the world is there
    When the step itself is broken
    Then all is well

  # zh: 其他场景
  @TINY-04 @TINY-05 @TINY-06 @TINY-07
  Scenario: Another goes on
    Given the world is there
    Then all is well
