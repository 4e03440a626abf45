# zh: 须由人工核验的小型场景
Feature: A tiny suite that a person has to look at
  Two rules; of one, no program can tell.

  # zh: 结果与预期相符
  @GREEN-01
  Scenario: What is expected is seen
    Given the world is there
    Then all is well

  # zh: 结果须由人工核验
  @GREEN-02
  Scenario: What is seen is for a person
    Given the world is there
    Then a person has to look
