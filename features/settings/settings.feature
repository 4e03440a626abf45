# zh: 手机设置
Feature: Settings of the phones
  How the phones are set before an exam: what they tell themselves, and what a person has to look up.

  # zh: 考试期间不得有来电
  @SET-01 @needs.worlds @needs.phones/settings
  Scenario Outline: Whatever keeps calls away will do
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the calls of that phone is looked up
    Then its calls <grade>
    And <teller> tells so

    Examples:
      | phone             | state                 | grade                     | teller           | basis   | reading |
      | an Android phone  | is left so            | is as the notice wants it | the operator     | text    |         |
      | an Android phone  | lets calls in         | rules the phone out       | the operator     | text    |         |
      | an Android phone  | is in airplane mode   | is as the notice wants it | the phone itself | reading | C20     |
      | an Android phone  | forwards calls        | is as the notice wants it | the phone itself | reading | C20     |
      | an Android phone  | has no card for calls | is as the notice wants it | the phone itself | reading | C20     |
      | a HarmonyOS phone | is left so            | is as the notice wants it | the operator     | text    |         |
      | a HarmonyOS phone | lets calls in         | rules the phone out       | the operator     | text    |         |
      | a HarmonyOS phone | is in airplane mode   | is as the notice wants it | the phone itself | reading | C20     |
      | an iPhone         | is left so            | is as the notice wants it | the operator     | text    |         |
      | an iPhone         | lets calls in         | rules the phone out       | the operator     | text    |         |
      | an iPhone         | has no card for calls | is as the notice wants it | the phone itself | reading | C20     |

  # zh: 考前须关闭录屏
  @SET-02 @needs.worlds @needs.phones/settings
  Scenario Outline: A screen that is recorded rules the phone out
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the screen recording of that phone is looked up
    Then its screen recording <grade>
    And <teller> tells so

    Examples:
      | phone             | state              | grade                     | teller           | basis |
      | an Android phone  | is left so         | is as the notice wants it | the phone itself | text  |
      | an Android phone  | records its screen | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | records its screen | rules the phone out       | the phone itself | text  |
      | an iPhone         | is left so         | is as the notice wants it | the operator     | text  |
      | an iPhone         | records its screen | rules the phone out       | the operator     | text  |

  # zh: 考前须关闭外放的音乐和视频
  @SET-03 @needs.worlds @needs.phones/settings @needs.phones/app
  Scenario Outline: What is played aloud rules the phone out
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the sound of other apps of that phone is looked up
    Then its sound of other apps <grade>
    And <teller> tells so

    Examples:
      | phone             | state                   | grade                     | teller           | basis |
      | an Android phone  | is left so              | is as the notice wants it | the phone itself | text  |
      | an Android phone  | has a music player open | is as the notice wants it | the phone itself | text  |
      | an Android phone  | plays music             | rules the phone out       | the phone itself | text  |
      | an Android phone  | plays a film            | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | plays music             | rules the phone out       | the phone itself | text  |
      | an iPhone         | is left so              | is as the notice wants it | the operator     | text  |
      | an iPhone         | has a music player open | is as the notice wants it | the operator     | text  |
      | an iPhone         | plays music             | rules the phone out       | the operator     | text  |

  # zh: 未设闹钟的手机符合须知
  @SET-04 @needs.worlds @needs.phones/settings
  Scenario Outline: A phone without an alarm is as the notice wants it
    Given <phone> is set as the notice wants it
    When the alarms of that phone is looked up
    Then its alarms is as the notice wants it
    And <teller> tells so

    Examples:
      | phone             | teller           | basis |
      | an Android phone  | the phone itself | text  |
      | a HarmonyOS phone | the phone itself | text  |
      | an iPhone         | the operator     | text  |

  # zh: 考试期间的闹钟须关闭，首末时刻均属考试期间
  @SET-04 @needs.worlds @needs.phones
  Scenario Outline: An alarm is within the exam at both of its ends
    Given <phone> is set as the notice wants it
    And an alarm of that phone is set for <state>
    When the alarms of that phone is looked up
    Then its alarms <grade>
    And <teller> tells so

    Examples:
      | phone             | state                                    | grade               | teller       | basis   |
      | an Android phone  | 1 minute before the waiting room opens   | is advised against  | the operator | reading |
      | an Android phone  | the instant the waiting room opens       | rules the phone out | the operator | reading |
      | an Android phone  | 1 minute after the waiting room opens    | rules the phone out | the operator | text    |
      | an Android phone  | 1 minute before the photo countdown ends | rules the phone out | the operator | text    |
      | an Android phone  | the instant the photo countdown ends     | rules the phone out | the operator | reading |
      | an Android phone  | 1 minute after the photo countdown ends  | is advised against  | the operator | reading |
      | a HarmonyOS phone | 1 minute after the exam starts           | rules the phone out | the operator | text    |
      | an iPhone         | 1 minute before the waiting room opens   | is advised against  | the operator | reading |
      | an iPhone         | 1 minute after the exam starts           | rules the phone out | the operator | text    |

  # zh: 其他应用须一律退出
  @SET-05 @needs.worlds @needs.phones/settings @needs.phones/app
  Scenario Outline: An app that is still open rules the phone out
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the other apps of that phone is looked up
    Then its other apps <grade>
    And <teller> tells so

    Examples:
      | phone             | state                      | grade                     | teller           | basis |
      | an Android phone  | is left so                 | is as the notice wants it | the phone itself | text  |
      | an Android phone  | has a chat open            | rules the phone out       | the phone itself | text  |
      | an Android phone  | has another chat open      | rules the phone out       | the phone itself | text  |
      | an Android phone  | has a screen recorder open | rules the phone out       | the phone itself | text  |
      | an Android phone  | has a music player open    | rules the phone out       | the phone itself | text  |
      | an Android phone  | has a video player open    | rules the phone out       | the phone itself | text  |
      | an Android phone  | has an online class open   | rules the phone out       | the phone itself | text  |
      | an Android phone  | has a browser open         | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | is left so                 | is as the notice wants it | the phone itself | text  |
      | a HarmonyOS phone | has a chat open            | rules the phone out       | the phone itself | text  |
      | an iPhone         | is left so                 | is as the notice wants it | the operator     | text  |
      | an iPhone         | has a chat open            | rules the phone out       | the phone itself | text  |
      | an iPhone         | has another chat open      | rules the phone out       | the phone itself | text  |
      | an iPhone         | has a screen recorder open | rules the phone out       | the phone itself | text  |
      | an iPhone         | has a music player open    | rules the phone out       | the phone itself | text  |
      | an iPhone         | has a video player open    | rules the phone out       | the phone itself | text  |
      | an iPhone         | has an online class open   | rules the phone out       | the phone itself | text  |
      | an iPhone         | has a browser open         | rules the phone out       | the operator     | text  |

  # zh: 三种夜间模式均须关闭
  @SET-06 @needs.worlds @needs.phones/settings
  Scenario Outline: Each of the three night modes is off
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the <aspect> of that phone is looked up
    Then its <aspect> <grade>
    And <teller> tells so

    Examples:
      | phone             | state                       | aspect              | grade                     | teller           | basis   |
      | an Android phone  | is left so                  | theme               | is as the notice wants it | the phone itself | reading |
      | an Android phone  | shows its dark theme        | theme               | rules the phone out       | the phone itself | reading |
      | an Android phone  | is left so                  | colours             | is as the notice wants it | the phone itself | reading |
      | an Android phone  | shows warmer colours        | colours             | rules the phone out       | the phone itself | reading |
      | an Android phone  | is left so                  | camera's night mode | is as the notice wants it | the operator     | reading |
      | an Android phone  | has its camera set to night | camera's night mode | rules the phone out       | the operator     | reading |
      | a HarmonyOS phone | is left so                  | theme               | is as the notice wants it | the phone itself | reading |
      | a HarmonyOS phone | shows its dark theme        | theme               | rules the phone out       | the phone itself | reading |
      | a HarmonyOS phone | is left so                  | colours             | is as the notice wants it | the phone itself | reading |
      | a HarmonyOS phone | shows warmer colours        | colours             | rules the phone out       | the phone itself | reading |
      | a HarmonyOS phone | is left so                  | camera's night mode | is as the notice wants it | the operator     | reading |
      | a HarmonyOS phone | has its camera set to night | camera's night mode | rules the phone out       | the operator     | reading |
      | an iPhone         | is left so                  | theme               | is as the notice wants it | the phone itself | reading |
      | an iPhone         | shows its dark theme        | theme               | rules the phone out       | the phone itself | reading |
      | an iPhone         | is left so                  | colours             | is as the notice wants it | the operator     | reading |
      | an iPhone         | shows warmer colours        | colours             | rules the phone out       | the operator     | reading |
      | an iPhone         | is left so                  | camera's night mode | is as the notice wants it | the operator     | reading |
      | an iPhone         | has its camera set to night | camera's night mode | rules the phone out       | the operator     | reading |

  # zh: 手机不得静音，振动视同静音
  @SET-07 @needs.worlds @needs.phones/settings
  Scenario Outline: A phone rings, and its prompts are heard
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the <aspect> of that phone is looked up
    Then its <aspect> <grade>
    And <teller> tells so

    Examples:
      | phone             | state                | aspect         | grade                     | teller           | basis   |
      | an Android phone  | is left so           | ringer         | is as the notice wants it | the phone itself | text    |
      | an Android phone  | is silent            | ringer         | rules the phone out       | the phone itself | text    |
      | an Android phone  | only vibrates        | ringer         | rules the phone out       | the phone itself | reading |
      | a HarmonyOS phone | is silent            | ringer         | rules the phone out       | the phone itself | text    |
      | an iPhone         | is left so           | ringer         | is as the notice wants it | the operator     | text    |
      | an iPhone         | is silent            | ringer         | rules the phone out       | the operator     | text    |
      | an iPhone         | only vibrates        | ringer         | rules the phone out       | the operator     | reading |
      | an Android phone  | plays just aloud     | media volume   | is as the notice wants it | the phone itself | reading |
      | an Android phone  | plays nothing aloud  | media volume   | rules the phone out       | the phone itself | reading |
      | an iPhone         | is left so           | media volume   | is as the notice wants it | the operator     | reading |
      | an iPhone         | plays nothing aloud  | media volume   | rules the phone out       | the operator     | reading |
      | an Android phone  | is left so           | wish for quiet | is as the notice wants it | the phone itself | reading |
      | an Android phone  | wants no disturbance | wish for quiet | is advised against        | the phone itself | reading |
      | an iPhone         | wants no disturbance | wish for quiet | is advised against        | the operator     | reading |

  # zh: 铃声应予调低
  @SET-08 @needs.worlds @needs.phones/settings
  Scenario Outline: A ringtone that is loud is advised against
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the ringtone of that phone is looked up
    Then its ringtone <grade>
    And <teller> tells so

    Examples:
      | phone             | state                                           | grade                     | teller           | basis   |
      | an Android phone  | rings a little less than half as loud as it can | is as the notice wants it | the phone itself | reading |
      | an Android phone  | rings a little more than half as loud as it can | is advised against        | the phone itself | reading |
      | an Android phone  | rings as loud as it can                         | is advised against        | the phone itself | text    |
      | a HarmonyOS phone | rings as loud as it can                         | is advised against        | the phone itself | text    |
      | an iPhone         | is left so                                      | is as the notice wants it | the operator     | text    |
      | an iPhone         | rings as loud as it can                         | is advised against        | the operator     | text    |

  # zh: 使用系统默认的简体中文字体
  @SET-09 @needs.worlds @needs.phones/settings
  Scenario Outline: The language is Simplified Chinese and the font the system's own
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the <aspect> of that phone is looked up
    Then its <aspect> <grade>
    And <teller> tells so

    Examples:
      | phone             | state                      | aspect   | grade                     | teller           | basis |
      | an Android phone  | is left so                 | font     | is as the notice wants it | the operator     | text  |
      | an Android phone  | has another font           | font     | rules the phone out       | the operator     | text  |
      | a HarmonyOS phone | has another font           | font     | rules the phone out       | the operator     | text  |
      | an iPhone         | is left so                 | font     | is as the notice wants it | its system       | text  |
      | an Android phone  | is left so                 | language | is as the notice wants it | the phone itself | text  |
      | an Android phone  | speaks English             | language | rules the phone out       | the phone itself | text  |
      | an Android phone  | speaks Traditional Chinese | language | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | speaks Traditional Chinese | language | rules the phone out       | the phone itself | text  |
      | an iPhone         | is left so                 | language | is as the notice wants it | the phone itself | text  |
      | an iPhone         | speaks Traditional Chinese | language | rules the phone out       | the phone itself | text  |

  # zh: 字体大小须为标准
  @SET-10 @needs.worlds @needs.phones/settings
  Scenario Outline: One step more or less is not the standard size
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the font size of that phone is looked up
    Then its font size <grade>
    And <teller> tells so

    Examples:
      | phone             | state                       | grade                     | teller           | basis |
      | an Android phone  | has a font one step smaller | rules the phone out       | the phone itself | text  |
      | an Android phone  | is left so                  | is as the notice wants it | the phone itself | text  |
      | an Android phone  | has a font one step larger  | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | has a font one step larger  | rules the phone out       | the phone itself | text  |
      | an iPhone         | has a font one step smaller | rules the phone out       | the operator     | text  |
      | an iPhone         | is left so                  | is as the notice wants it | the operator     | text  |
      | an iPhone         | has a font one step larger  | rules the phone out       | the operator     | text  |

  # zh: 侧键不得唤醒智能助手
  @SET-11 @needs.worlds @needs.phones/settings
  Scenario Outline: A side key that wakes the assistant rules the phone out
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the side key of that phone is looked up
    Then its side key <grade>
    And <teller> tells so

    Examples:
      | phone             | state                               | grade                     | teller           | basis |
      | an Android phone  | is left so                          | is as the notice wants it | the phone itself | text  |
      | an Android phone  | wakes its assistant by the side key | rules the phone out       | the phone itself | text  |
      | a HarmonyOS phone | is left so                          | is as the notice wants it | the operator     | text  |
      | a HarmonyOS phone | wakes its assistant by the side key | rules the phone out       | the operator     | text  |
      | an iPhone         | is left so                          | is as the notice wants it | the operator     | text  |
      | an iPhone         | wakes its assistant by the side key | rules the phone out       | the operator     | text  |
