# zh: 全部符合的小型场景
Feature: A tiny suite that holds
  Two rules, so that a run of it is conformant.

  # zh: 结果与预期相符
  @GREEN-01
  Scenario: What is expected is seen
    Given the world is there
    When nothing happens
    Then all is well

  # zh: 多次检查结果一致
  @GREEN-02
  Scenario Outline: It is seen again
    Given the world is there
    Then <what>

    Examples:
      | what        | basis   |
      | all is well | text    |
      | all is well | reading |
