# zh: 考试用手机
Feature: The phones of the exam
  Which phones the notice recommends, which it does not support, and on which the two apps have to run.

  # zh: 安卓手机的系统版本要求，最低版本本身符合要求
  @DEV-01 @needs.worlds @needs.phones
  Scenario Outline: The lowest Android version is still recommended
    Given there is <phone>
    When that phone is looked over
    Then its system <grade>

    Examples:
      | phone                                                   | grade                      | basis |
      | an Android phone just below the season's lowest version | is advised against         | text  |
      | an Android phone with the season's lowest version       | is as the notice wants it  | text  |
      | an Android phone with a later version                   | is as the notice wants it  | text  |

  # zh: 鸿蒙手机的系统版本要求，最低版本本身符合要求
  @DEV-02 @needs.worlds @needs.phones
  Scenario Outline: The lowest HarmonyOS version is still recommended
    Given there is <phone>
    When that phone is looked over
    Then its system is as the notice wants it
    And its ability to run the apps <grade>

    Examples:
      | phone                                              | grade                     | basis |
      | a HarmonyOS phone with the season's lowest version | is as the notice wants it | text  |
      | a HarmonyOS phone with a later version             | is as the notice wants it | text  |
      | a HarmonyOS phone that runs no Android apps        | rules the phone out       | text  |

  # zh: 苹果手机的系统版本要求，最低版本本身符合要求
  @DEV-03 @needs.worlds @needs.phones
  Scenario Outline: The lowest version of the iPhone's system is still recommended
    Given there is <phone>
    When that phone is looked over
    Then its system <grade>

    Examples:
      | phone                                            | grade                     | basis   |
      | an iPhone just below the season's lowest version | is advised against        | text    |
      | an iPhone with the season's lowest version       | is as the notice wants it | reading |
      | an iPhone with a later version                   | is as the notice wants it | text    |

  # zh: 上市时间和品牌仅为建议
  @DEV-04 @needs.worlds @needs.phones
  Scenario Outline: Age and brand are advice
    Given there is <phone>
    When that phone is looked over
    Then its <aspect> <grade>

    Examples:
      | phone                                                  | aspect | grade                     | basis   |
      | a phone that is just old enough to be advised against  | age    | is advised against        | reading |
      | a phone that is just young enough                      | age    | is as the notice wants it | reading |
      | a phone of a brand that is advised against             | brand  | is advised against        | text    |
      | a phone of a brand that the notice names               | brand  | is as the notice wants it | text    |

  # zh: 平板电脑不得用于考试
  @DEV-05 @needs.worlds @needs.phones
  Scenario Outline: A tablet is no phone
    Given there is <tablet>
    When that phone is looked over
    Then its kind rules the phone out

    Examples:
      | tablet             | basis |
      | an Android tablet  | text  |
      | a HarmonyOS tablet | text  |
      | an iPad            | text  |

  # zh: 在系统版本恰为最低要求的手机上，两个应用均可使用
  @DEV-06 @needs.worlds @needs.clock @needs.records
  Scenario Outline: Both apps run on the lowest version that is recommended
    Given 王芳 has an account, and twice <phone>
    When 王芳 pairs her auxiliary phone and lets it record 5 minutes before the waiting room opens
    Then 王芳 is let in 1 minute after the waiting room opens
    And after a face check that passes, 王芳 is waiting for the exam

    Examples:
      | phone                                              | basis |
      | an Android phone with the season's lowest version  | text  |
      | a HarmonyOS phone with the season's lowest version | text  |
      | an iPhone with the season's lowest version         | text  |
