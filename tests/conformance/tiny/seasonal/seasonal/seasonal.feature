# zh: 与年度有关的场景
Feature: What a season has

  # zh: 任何年度均有的情形
  @TINY-01 @TINY-03 @TINY-04 @TINY-05 @TINY-06 @TINY-07
  Scenario Outline: Some of it is there in every season
    Given the world is there
    Then <what>

    Examples:
      | what        | basis |
      | all is well | text  |

    @when.has_one_phone
    Examples: where there is no aux phone
      | what            | basis |
      | a number is off | text  |

    @when.has_aux
    Examples: where there is one
      | what        | basis   |
      | all is well | reading |

  # zh: 只用一部手机时的情形
  @TINY-02 @when.has_one_phone
  Scenario: Some of it is not
    Given the world is there
    Then a number is off
