# zh: 多个场景
Feature: Many scenarios
  # zh: 依次完成的场景
  @TINY-01 @TINY-03 @TINY-04 @TINY-05 @TINY-06 @TINY-07
  Scenario Outline: Each has its turn
    Given the world is there
    When its turn has come
    Then <what>

    Examples:
      | what            | basis   |
      | all is well     | text    |
      | a number is off | text    |
      | all is well     | reading |
      | a number is off | reading |
      | all is well     | text    |
      | all is well     | text    |

  # zh: 其中一个场景工具出错
  @TINY-02
  Scenario: One of them breaks
    Given the world is there
    When the step itself is broken
    Then all is well
