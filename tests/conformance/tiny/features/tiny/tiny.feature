# zh: 小型场景
Feature: A tiny suite
  Just enough to see how each outcome of a step becomes a verdict.

  # zh: 结果与预期相符
  @TINY-01 @needs.clock
  Scenario: What is expected is seen
    Given the world is there
    When nothing happens
    Then all is well

  # zh: 结果与预期不符
  @TINY-02
  Scenario Outline: Something else is seen
    Given the world is there
    Then <what>
    And all is well

    Examples:
      | what            | basis   |
      | a number is off | text    |
      | all is well     | reading |

  # zh: 前提状态无法到达
  @TINY-03
  Scenario: The state is not reached
    Given the state is out of reach
    Then all is well

  # zh: 被测对象未提供控制项
  @TINY-04 @needs.face-checks
  Scenario: A control is missing and known to be
    Given the world is there
    Then all is well

  # zh: 使用时才发现缺少控制项
  @TINY-04
  Scenario: A control is missing when it is used
    Given the world is there
    When the storage is filled
    Then all is well

  # zh: 考生的操作被拒绝
  @TINY-05
  Scenario: What is done is refused
    Given the world is there
    When a thing that is not shown is looked for
    Then all is well

  # zh: 工具自身出错
  @TINY-06
  Scenario: The kit fails
    Given the world is there
    When the step itself is broken
    Then all is well

  # zh: 规则未作限定，多种做法均可
  @TINY-07
  Scenario Outline: One of several behaviours is seen
    Given the world is there
    Then it turns <where>

    Examples:
      | where | basis |
      | left  | text  |
      | right | text  |
      | back  | text  |
