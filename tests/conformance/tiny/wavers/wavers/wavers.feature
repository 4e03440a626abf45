# zh: 时有时无
Feature: What comes and goes
  # zh: 总是正常的场景
  @TINY-01
  Scenario: All is always well
    Given the world is there
    Then all is well

  # zh: 第二次不正常的场景
  @TINY-02
  Scenario: All is well but the second time
    Given the world is there
    Then all is well but the second time

  # zh: 始终不通过的场景
  @TINY-03
  Scenario: A number is always off
    Given the world is there
    Then a number is off
