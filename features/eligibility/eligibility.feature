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
  @DEV-06 @when.has_aux @needs.worlds @needs.clock @needs.records
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

  # zh: 平板电脑上的应用拒绝使用或给出提示
  @DEV-07 @needs.worlds @needs.phones
  Scenario Outline: On a tablet the app does not go on without a word
    Given the <role> app is installed on <tablet>
    When the app is opened there
    Then how the app meets the tablet is one of the ways that the rule accepts
    And on <phone>, the same app goes on

    Examples:
      | role      | tablet             | phone             | basis   |
      | main      | an Android tablet  | an Android phone  | reading |
      | main      | a HarmonyOS tablet | a HarmonyOS phone | reading |
      | main      | an iPad            | an iPhone         | reading |

    @when.has_aux
    Examples: the auxiliary app
      | role      | tablet             | phone             | basis   |
      | auxiliary | an Android tablet  | an Android phone  | reading |
      | auxiliary | a HarmonyOS tablet | a HarmonyOS phone | reading |
      | auxiliary | an iPad            | an iPhone         | reading |

  # zh: 两个应用安装在同一部手机上时，拒绝使用或给出提示
  @DEV-08 @needs.worlds @needs.phones/app
  Scenario Outline: Beside the other one the app does not go on without a word
    Given 王芳 has an account, and twice <phone>
    And the <role> phone of 王芳 has both apps
    When 王芳 opens the app of her <role> phone
    Then how that app meets the other is one of the ways that the rule accepts
    And without the other one, the app of the <role> phone of 王芳 goes on

    Examples:
      | phone             | role      | basis   |
      | an Android phone  | main      | reading |
      | an Android phone  | auxiliary | reading |
      | a HarmonyOS phone | main      | reading |
      | an iPhone         | main      | reading |
      | an iPhone         | auxiliary | reading |

  # zh: 版本过低的应用提示更新，更新后可以使用
  @DEV-09 @needs.worlds @needs.phones/app @needs.releases
  Scenario Outline: An outdated app is told to update
    Given 王芳 has an account and her phones
    And there is a newer version of the app on the <role> phone of 王芳
    When 王芳 opens the app of her <role> phone
    Then the <role> phone of 王芳 says that a newer version has to be installed
    And in its newest version, the app of the <role> phone of 王芳 goes on

    Examples:
      | role      | basis |
      | main      | text  |

    @when.has_aux
    Examples: the auxiliary app
      | role      | basis |
      | auxiliary | text  |

  # zh: 主机应用版本过低的，不得进入模拟考试和正式考试
  @DEV-09 @needs.worlds @needs.clock @needs.phones/app @needs.releases @needs.records
  Scenario Outline: With an outdated main app nobody comes to an exam
    Given 王芳 is ready for the waiting room of <exam>
    And there is a newer version of the app on the main phone of 王芳
    When 王芳 asks for the waiting room 1 minute after the waiting room opens
    Then 王芳 is refused the waiting room because the app is outdated
    And with the newest version, 王芳 is let in 2 minutes after the waiting room opens

    Examples:
      | exam          | basis |
      | a formal exam | text  |

    @when.has_mock_exams
    Examples: where there are mock exams
      | exam          | basis |
      | a mock exam   | text  |

  # zh: 绕过应用直接请求，主机应用版本过低的同样不得进入考试
  @DEV-09 @needs.worlds @needs.clock @needs.probes/enter @needs.releases @needs.records
  Scenario Outline: Past the app, too, an outdated version comes to no exam
    Given 王芳 is ready for the waiting room of <exam>
    And there is a newer version of the app on the main phone of 王芳
    When 王芳 asks past the app with the outdated version 1 minute after the waiting room opens
    Then 王芳 is refused the waiting room because the app is outdated
    And past the app with the newest version, 王芳 is let in 2 minutes after the waiting room opens

    Examples:
      | exam          | basis |
      | a formal exam | text  |

    @when.has_mock_exams
    Examples: where there are mock exams
      | exam          | basis |
      | a mock exam   | text  |

  # zh: 辅机应用版本过低的，不得加入考试
  @DEV-09 @when.has_aux @needs.worlds @needs.phones/app @needs.releases @needs.records
  Scenario: With an outdated auxiliary app no phone joins an exam
    Given 王芳 shows the code of her exam
    And there is a newer version of the app on the auxiliary phone of 王芳
    When the outdated auxiliary phone of 王芳 reads her code
    Then the auxiliary phone of 王芳 is not recorded with her exam
    And in its newest version, the auxiliary phone of 王芳 joins her exam

  # zh: 绕过应用直接请求，辅机应用版本过低的同样不得加入考试
  @DEV-09 @when.has_aux @needs.worlds @needs.probes/pair @needs.releases @needs.records
  Scenario: Past the app, too, an outdated version joins no exam
    Given 王芳 shows the code of her exam
    And there is a newer version of the app on the auxiliary phone of 王芳
    When the auxiliary phone of 王芳 asks past the app with the outdated version to join her exam
    Then the auxiliary phone of 王芳 is not recorded with her exam
    And past the app, the newest version joins the exam of 王芳

  # zh: 一机一应用，主机和辅机各装其应用
  @DEV-10 @when.has_aux @needs.worlds @needs.phones/app
  Scenario Outline: One phone has one app, and its own
    Given 王芳 has an account, and twice <phone>
    And the <role> phone of 王芳 <holds>
    When the choice of app of the <role> phone of 王芳 is looked up
    Then its choice of app <grade>
    And the phone itself tells so

    Examples:
      | phone             | role      | holds                                | grade                     | basis |
      | an Android phone  | main      | has its own app alone                | is as the notice wants it | text  |
      | an Android phone  | auxiliary | has its own app alone                | is as the notice wants it | text  |
      | an Android phone  | main      | has both apps                        | rules the phone out       | text  |
      | an Android phone  | auxiliary | has both apps                        | rules the phone out       | text  |
      | an Android phone  | main      | has the app of the other phone alone | rules the phone out       | text  |
      | an Android phone  | auxiliary | has neither app                      | rules the phone out       | text  |
      | a HarmonyOS phone | main      | has its own app alone                | is as the notice wants it | text  |
      | a HarmonyOS phone | auxiliary | has both apps                        | rules the phone out       | text  |
      | an iPhone         | main      | has its own app alone                | is as the notice wants it | text  |
      | an iPhone         | auxiliary | has its own app alone                | is as the notice wants it | text  |
      | an iPhone         | main      | has both apps                        | rules the phone out       | text  |
      | an iPhone         | auxiliary | has the app of the other phone alone | rules the phone out       | text  |
      | an iPhone         | main      | has neither app                      | rules the phone out       | text  |

  # zh: 电量充足，未充电的手机不低于建议值
  @DEV-12 @needs.worlds @needs.phones/battery
  Scenario Outline: A battery that is not being charged has as much as we advise
    Given <phone> is set as the notice wants it
    And that phone is not being charged
    And the battery of that phone has <percent>
    When the battery of that phone is looked up
    Then its battery <grade>
    And the phone itself tells so

    Examples:
      | phone             | percent                         | grade                     | basis   |
      | an Android phone  | one percent less than we advise | is advised against        | reading |
      | an Android phone  | as much as we advise            | is as the notice wants it | reading |
      | an Android phone  | one percent more than we advise | is as the notice wants it | reading |
      | an iPhone         | one percent less than we advise | is advised against        | reading |
      | an iPhone         | as much as we advise            | is as the notice wants it | reading |
      | an iPhone         | one percent more than we advise | is as the notice wants it | reading |
      | a HarmonyOS phone | one percent less than we advise | is advised against        | reading |

  # zh: 正在充电的手机电量充足
  @DEV-12 @needs.worlds @needs.phones/battery
  Scenario Outline: A battery that is being charged is enough
    Given <phone> is set as the notice wants it
    And that phone is being charged
    And the battery of that phone has one percent less than we advise
    When the battery of that phone is looked up
    Then its battery is as the notice wants it

    Examples:
      | phone            | basis   |
      | an Android phone | reading |
      | an iPhone        | reading |

  # zh: 考试时间较长的须备电源
  @DEV-13 @needs.worlds @needs.phones/battery
  Scenario Outline: A long exam asks for a power source
    Given <phone> is set as the notice wants it
    And that phone <state>
    And that phone is meant for an exam <length>
    When the power source of that phone is looked up
    Then its power source <grade>
    And the phone itself tells so

    Examples:
      | phone             | state                | length                                       | grade                     | basis   |
      | an Android phone  | is not being charged | shorter than those that ask for a charger    | is advised against        | reading |
      | an Android phone  | is not being charged | just as long as those that ask for a charger | rules the phone out       | reading |
      | an Android phone  | is not being charged | longer than that                             | rules the phone out       | text    |
      | an iPhone         | is not being charged | shorter than those that ask for a charger    | is advised against        | reading |
      | an iPhone         | is not being charged | just as long as those that ask for a charger | rules the phone out       | reading |
      | an iPhone         | is not being charged | longer than that                             | rules the phone out       | text    |
      | an Android phone  | is being charged     | shorter than those that ask for a charger    | is as the notice wants it | text    |
      | an Android phone  | is being charged     | longer than that                             | is as the notice wants it | text    |
      | an iPhone         | is being charged     | just as long as those that ask for a charger | is as the notice wants it | text    |
      | a HarmonyOS phone | is being charged     | longer than that                             | is as the notice wants it | text    |

  # zh: 信号须良好
  @DEV-15 @needs.worlds @needs.phones/network
  Scenario Outline: A signal has as many bars as we advise
    Given <phone> is set as the notice wants it
    And the signal of that phone has <bars>
    When the signal of that phone is looked up
    Then its signal <grade>
    And <teller> tells so

    Examples:
      | phone            | bars                        | grade                     | teller           | basis   |
      | an Android phone | one bar less than we advise | is advised against        | the phone itself | reading |
      | an Android phone | as many bars as we advise   | is as the notice wants it | the phone itself | reading |
      | an Android phone | one bar more than we advise | is as the notice wants it | the phone itself | reading |
      | an iPhone        | one bar less than we advise | is advised against        | the operator     | reading |
      | an iPhone        | as many bars as we advise   | is as the notice wants it | the operator     | reading |
      | an iPhone        | one bar more than we advise | is as the notice wants it | the operator     | reading |

  # zh: 没有信号的手机不得用于考试
  @DEV-15 @needs.worlds @needs.phones/network
  Scenario Outline: Without a signal a phone is ruled out
    Given <phone> is set as the notice wants it
    And that phone has no signal
    When the signal of that phone is looked up
    Then its signal rules the phone out

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 建议使用无线网络或第四代、第五代移动网络
  @DEV-16 @needs.worlds @needs.phones/network
  Scenario Outline: The third generation is outside of what is advised
    Given <phone> is set as the notice wants it
    And that phone <state>
    When the network of that phone is looked up
    Then its network <grade>
    And <teller> tells so

    Examples:
      | phone             | state                          | grade                     | teller           | basis |
      | an Android phone  | is left so                     | is as the notice wants it | the phone itself | text  |
      | an Android phone  | is on a 5th-generation network | is as the notice wants it | the phone itself | text  |
      | an Android phone  | is on a 4th-generation network | is as the notice wants it | the phone itself | text  |
      | an Android phone  | is on a 3rd-generation network | is advised against        | the phone itself | text  |
      | an Android phone  | is on a 2nd-generation network | is advised against        | the phone itself | text  |
      | an Android phone  | has no network                 | rules the phone out       | the phone itself | text  |
      | an iPhone         | is left so                     | is as the notice wants it | the operator     | text  |
      | an iPhone         | is on a 5th-generation network | is as the notice wants it | the operator     | text  |
      | an iPhone         | is on a 4th-generation network | is as the notice wants it | the operator     | text  |
      | an iPhone         | is on a 3rd-generation network | is advised against        | the operator     | text  |
      | an iPhone         | is on a 2nd-generation network | is advised against        | the operator     | text  |
      | an iPhone         | has no network                 | rules the phone out       | the operator     | text  |
      | a HarmonyOS phone | is on a 3rd-generation network | is advised against        | the phone itself | text  |

  # zh: 符合须知的手机，检查无异常
  @DEV-19 @needs.worlds @needs.phones/settings
  Scenario Outline: Of a phone that is set as the notice wants it nothing falls short
    Given <phone> is set as the notice wants it
    When all of that phone is looked up
    Then nothing of it falls short

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 检查指明不符合要求之处，且仅此一处
  @DEV-19 @needs.worlds @needs.phones/settings
  Scenario Outline: What falls short is named, and nothing else
    Given <phone> is set as the notice wants it
    And that phone <state>
    When all of that phone is looked up
    Then only its <aspect> falls short

    Examples:
      | phone             | state                               | aspect     | basis |
      | an Android phone  | is silent                           | ringer     | text  |
      | a HarmonyOS phone | has another font                    | font       | text  |
      | an iPhone         | wakes its assistant by the side key | side key   | text  |
      | an iPhone         | has a chat open                     | other apps | text  |

  # zh: 超出两台的手机提交审核
  @DEV-11 @when.has_aux @needs.worlds @needs.records @needs.reviews
  Scenario Outline: Each phone beyond the two waits for the reviewer
    Given 王芳 shows the code of her exam
    When <phones> read the code of 王芳 one after another
    Then all of them are admitted to the exam of 王芳
    And of these phones all but one wait for the reviewer of the exam of 王芳

    Examples:
      | phones                          | basis   |
      | one phone                       | text    |
      | as many phones as a code admits | reading |

    @when.has_several_phones_per_code
    Examples: where a code admits several
      | phones                          | basis   |
      | two phones                      | reading |

  # zh: 主机电量耗尽，充电后在时限内返回，考试继续
  @DEV-14 @when.has_interruptions @when.has_return_by_itself @needs.clock @needs.phones/battery @needs.records
  Scenario Outline: A main phone whose battery ran out comes back like after any interruption
    Given 王芳 is answering on <phone>
    And what the main phone of 王芳 has recorded so far is noted
    When an empty battery cuts 王芳 off for <lasting>
    Then 王芳 goes on with her exam
    And the exam of 王芳 has one interruption
    And the main phone of 王芳 still has all that it recorded

    Examples:
      | phone            | lasting                                  | basis   | reading |
      | an Android phone | half as long as an interruption may last | text    |         |
      | an iPhone        | as long as an interruption may last      | reading | C04     |

  # zh: 电量耗尽后未能及时返回，考试失败
  @DEV-14 @when.has_interruptions @when.has_return_by_itself @when.has_failing_beyond @needs.candidates @needs.clock @needs.phones/battery @needs.records
  Scenario: A main phone whose battery ran out for too long has failed the exam
    Given 王芳 is answering
    And 李静 is answering
    And an empty battery has cut 李静 off for as long as an interruption may last
    When an empty battery cuts 王芳 off for 1 ms longer than an interruption may last
    Then the exam of 王芳 has failed
    And 李静 goes on with her exam

  # zh: 辅机电量耗尽，已录制的内容不丢失
  @DEV-14 @when.has_aux @needs.clock @needs.phones/battery @needs.records
  Scenario: What the auxiliary phone recorded before its battery ran down is kept
    Given 王芳 is answering
    And what the auxiliary phone of 王芳 has recorded so far is noted
    When the battery of the auxiliary phone of 王芳 runs down
    Then the auxiliary phone of 王芳 still has all that it recorded
    And 王芳 goes on with her exam

  # zh: 电量充足或接通电源的手机可以录满全场
  @DEV-14 @when.has_advised_battery @needs.clock @needs.phones/battery @needs.records
  Scenario Outline: A battery that is enough, or being charged, lasts the exam
    Given 王芳 is answering
    And the <role> phone of 王芳 <charge>
    When it is the instant the exam ends
    Then the recording of the <role> phone of 王芳 has no gap
    And the exam of 王芳 has no interruption

    Examples:
      | role | charge                                                   | basis |
      | main | has as much charge as we advise and is not being charged | text  |
      | main | has one percent of charge and is being charged           | text  |

    @when.has_aux
    Examples:
      | role      | charge                                                   | basis |
      | auxiliary | has as much charge as we advise and is not being charged | text  |
      | auxiliary | has one percent of charge and is being charged           | text  |

  # zh: 网络中断计为考试中断，网络稳定不计中断
  @DEV-17 @when.has_interruptions @needs.clock @needs.phones/network @needs.records
  Scenario Outline: A network that holds is no interruption, one that is lost is one
    Given 王芳 is answering
    When the <role> phone of 王芳 has no network, <lasting>
    Then the exam of 王芳 has <counted>
    And the recording of the <role> phone of 王芳 has no gap

    @when.has_return_by_itself
    Examples: the main phone
      | role | lasting                                  | counted          | basis |
      | main | half as long as an interruption may last | one interruption | text  |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | lasting                                  | counted         | basis |
      | auxiliary | half as long as an interruption may last | no interruption | text  |

  # zh: 提交时掉线，时限内恢复网络的仍可提交
  @DEV-18 @when.has_sheet @needs.clock @needs.phones/network @needs.records
  Scenario: Without a network nothing is submitted, and with it back in time all is
    Given 王芳 has photographed every page of her sheets
    And the main phone of 王芳 has no network from then on
    When 王芳 submits
    Then 王芳 is not told that she has submitted
    And with the network back 1 second before the photo countdown ends, 王芳 can submit

  # zh: 时限内未恢复网络的不能提交
  @DEV-18 @when.has_sheet @needs.clock @needs.phones/network @needs.records
  Scenario: With the network back too late nothing can be submitted
    Given 王芳 has photographed every page of her sheets
    And the main phone of 王芳 has no network from then on
    When 王芳 submits
    Then 王芳 is not told that she has submitted
    And with the network back 1 second after the photo countdown ends, 王芳 cannot submit any more
