# zh: 考试中断与擅自离开
Feature: Interruptions and departures
  What happens against the candidate's will may be made good within limits; what she does on purpose ends the exam.

  # zh: 在规定时限内返回，考试继续
  @INTR-01 @needs.clock @needs.phones @needs.records
  Scenario Outline: Who comes back in time goes on
    Given 王芳 is answering on <phone>
    When <cut> cuts 王芳 off for half as long as an interruption may last
    Then 王芳 goes on with her exam
    And the exam of 王芳 has one interruption

    Examples:
      | phone             | cut                           | basis   | reading |
      | an Android phone  | a lost network                | text    |         |
      | an Android phone  | a crash of the app            | text    |         |
      | an Android phone  | a loss of power               | text    |         |
      | an Android phone  | a screen that locks by itself | reading | C59     |
      | a HarmonyOS phone | a crash of the app            | text    |         |
      | an iPhone         | a lost network                | text    |         |
      | an iPhone         | a crash of the app            | text    |         |
      | an iPhone         | a loss of power               | text    |         |
      | an iPhone         | a screen that locks by itself | reading | C59     |

  # zh: 恰在时限到达时返回，考试继续
  @INTR-01 @needs.clock @needs.phones @needs.records
  Scenario Outline: The limit itself is still in time
    Given 王芳 is answering
    When <cut> cuts 王芳 off for <length>
    Then 王芳 goes on with her exam
    And the exam of 王芳 has one interruption

    Examples:
      | cut                | length                                      | basis   | reading |
      | a crash of the app | 1 second less than an interruption may last | reading | C04     |
      | a crash of the app | 1 ms less than an interruption may last     | reading | C04     |
      | a crash of the app | as long as an interruption may last         | reading | C04     |
      | a lost network     | as long as an interruption may last         | reading | C04     |

  # zh: 绕过应用返回，在时限内同样继续考试
  @INTR-01 @needs.clock @needs.phones/app @needs.probes/return @needs.records
  Scenario Outline: Past the app, too, who comes back in time goes on
    Given 王芳 is answering
    And the app on the main phone of 王芳 has crashed
    When 王芳 comes back past the app after <length>
    Then the record lets 王芳 go on with her exam
    And the exam of 王芳 has one interruption

    Examples:
      | length                                   | basis   | reading |
      | half as long as an interruption may last | text    |         |
      | as long as an interruption may last      | reading | C04     |

  # zh: 中断跨越考试结束时刻，返回后进入当时的步骤
  @INTR-01 @needs.clock @needs.phones/app @needs.records
  Scenario Outline: Who is away when the exam ends comes back to the step that is due
    Given 王芳 is answering
    And it is 10 seconds before the exam ends
    When a crash of the app cuts 王芳 off for <length>
    Then 王芳 is at the step that is due
    And the exam of 王芳 has one interruption

    Examples:
      | length                              | basis   | reading |
      | 20 seconds                          | reading | C62     |
      | as long as an interruption may last | reading | C62     |

  # zh: 返回后继续同一场考试，考试时间不顺延
  @INTR-02 @needs.clock @needs.phones @needs.records
  Scenario Outline: The exam goes on, and its clock never stood still
    Given 王芳 is answering
    When <cut> cuts 王芳 off for half as long as an interruption may last
    Then the answering time of 王芳 gives the time left until the exam ends
    And 王芳 is at the step that is due the instant the exam ends

    Examples:
      | cut                | basis   |
      | a lost network     | reading |
      | a crash of the app | reading |

  # zh: 一次中断超过规定时限，考试失败
  @INTR-03 @needs.candidates @needs.clock @needs.phones @needs.records
  Scenario Outline: Who comes back too late has failed
    Given 王芳 is answering
    And 李静 is answering
    And <cut> has cut 李静 off for as long as an interruption may last
    When <cut> cuts 王芳 off for <length>
    Then the exam of 王芳 has failed
    And 王芳 is told that her exam has failed
    And 李静 goes on with her exam

    Examples:
      | cut                           | length                                        | basis   |
      | a crash of the app            | 1 ms longer than an interruption may last     | reading |
      | a lost network                | 1 ms longer than an interruption may last     | reading |
      | a crash of the app            | 1 second longer than an interruption may last | reading |
      | a crash of the app            | 1 minute longer than an interruption may last | text    |
      | a lost network                | 1 minute longer than an interruption may last | text    |
      | a loss of power               | 1 minute longer than an interruption may last | text    |
      | a screen that locks by itself | 1 minute longer than an interruption may last | reading |

  # zh: 绕过应用返回，超过时限同样失败
  @INTR-03 @needs.candidates @needs.clock @needs.phones/app @needs.probes/return @needs.records
  Scenario Outline: Past the app, too, the limit holds
    Given 李静 is answering
    And a crash of the app has cut 李静 off for as long as an interruption may last
    And 王芳 is answering
    And the app on the main phone of 王芳 has crashed
    When 王芳 comes back past the app after <length>
    Then the exam of 王芳 has failed
    And 李静 goes on with her exam

    Examples:
      | length                                        | basis   |
      | 1 ms longer than an interruption may last     | reading |
      | 1 minute longer than an interruption may last | text    |

  # zh: 答题期间中断超过时限即为失败，考试时间结束后返回亦同
  @INTR-03 @needs.candidates @needs.clock @needs.phones/app @needs.records
  Scenario: The end of the exam makes no interruption shorter
    Given 王芳 is answering
    And 李静 is answering
    When a crash of the app cuts 王芳 off until 1 minute after the display ends
    Then the exam of 王芳 has failed
    And 李静 may photograph her sheets

  # zh: 中断次数未超过规定，考试继续
  @INTR-04 @needs.clock @needs.phones @needs.records
  Scenario Outline: As many interruptions as the notice allows are made good
    Given 王芳 is answering
    When <cut> cuts 王芳 off <often>, each time for <length>
    Then 王芳 goes on with her exam
    And the exam of 王芳 has <counted>

    Examples:
      | cut                | often                                 | length                                   | counted                                       | basis   | reading |
      | a lost network     | one time fewer than the notice allows | half as long as an interruption may last | one interruption fewer than the notice allows | text    |         |
      | a lost network     | as many times as the notice allows    | half as long as an interruption may last | as many interruptions as the notice allows    | text    |         |
      | a crash of the app | as many times as the notice allows    | half as long as an interruption may last | as many interruptions as the notice allows    | text    |         |
      | a lost network     | as many times as the notice allows    | as long as an interruption may last      | as many interruptions as the notice allows    | reading | C04     |

  # zh: 中断超过规定次数，考试失败
  @INTR-04 @needs.candidates @needs.clock @needs.phones @needs.records
  Scenario Outline: One interruption more fails the exam
    Given 李静 is answering
    And <cut> has cut 李静 off as many times as the notice allows, each time for half as long as an interruption may last
    And 王芳 is answering
    When <cut> cuts 王芳 off one time more than the notice allows, each time for half as long as an interruption may last
    Then the exam of 王芳 has failed
    And 王芳 is told that her exam has failed
    And 李静 goes on with her exam

    Examples:
      | cut                | basis |
      | a lost network     | text  |
      | a crash of the app | text  |
      | a loss of power    | text  |

  # zh: 不同原因的中断合并计次，重新打开应用不重新计数
  @INTR-04 @needs.clock @needs.phones @needs.records
  Scenario: Interruptions of every kind count together
    Given 王芳 is answering
    And a crash of the app has cut 王芳 off one time fewer than the notice allows, each time for half as long as an interruption may last
    And a loss of power has cut 王芳 off for half as long as an interruption may last
    When a lost network cuts 王芳 off for half as long as an interruption may last
    Then the exam of 王芳 has failed
    And the exam of 王芳 has one interruption more than the notice allows

  # zh: 绕过应用返回，中断次数同样计算
  @INTR-04 @needs.clock @needs.phones @needs.probes/return @needs.records
  Scenario: Past the app, too, the interruptions are counted
    Given 王芳 is answering
    And a lost network has cut 王芳 off as many times as the notice allows, each time for half as long as an interruption may last
    And the app on the main phone of 王芳 has crashed
    When 王芳 comes back past the app after half as long as an interruption may last
    Then the exam of 王芳 has failed

  # zh: 一次中断只计一次，重复返回不另计
  @INTR-04 @when.has_interruptions @needs.clock @needs.phones @needs.probes/return @needs.records
  Scenario: One interruption counts once, however often the return is told
    Given 王芳 is answering
    And a lost network has cut 王芳 off for half as long as an interruption may last
    When 王芳 comes back past the app once more
    Then the exam of 王芳 has one interruption
    And 王芳 goes on with her exam

  # zh: 中断无论多短，均计一次
  @INTR-04 @when.has_interruptions @needs.clock @needs.phones/app @needs.probes/return @needs.records
  Scenario: However short, an interruption that is told counts
    Given 王芳 is answering
    And the app on the main phone of 王芳 has crashed
    When 王芳 comes back past the app after 1 second
    Then the record lets 王芳 go on with her exam
    And the exam of 王芳 has one interruption

  # zh: 候考期间的中断不计次，返回后按时开考
  @INTR-04 @needs.clock @needs.phones/app @needs.face-checks @needs.records
  Scenario: An interruption of the waiting is not counted
    Given 王芳 is in the waiting room
    When a crash of the app cuts 王芳 off for 1 minute longer than an interruption may last
    Then 王芳 finds her way back to the waiting room
    And 王芳 sees the question the instant the exam starts
    And the exam of 王芳 has no interruption

  # zh: 展示和拍照期间的中断不计次，返回后仍可提交
  @INTR-04 @needs.clock @needs.phones/app @needs.records
  Scenario Outline: An interruption after the exam is not counted
    Given 王芳 <is at work>
    When a crash of the app cuts 王芳 off for 1 minute longer than an interruption may last
    Then 王芳 may photograph her sheets
    And the exam of 王芳 has no interruption
    And with every page photographed, 王芳 can submit

    Examples:
      | is at work                | basis   | reading |
      | is showing her sheets     | reading | C62     |
      | may photograph her sheets | reading | C62     |

  # zh: 考试中擅自退出应用，考试终止
  @INTR-05 @needs.candidates @needs.clock @needs.records
  Scenario Outline: Who leaves the app on purpose ends her exam
    Given 王芳 is answering on <phone>
    And 李静 is answering on <phone>
    When 王芳 <leaves>
    Then the exam of 王芳 has been terminated
    And when 王芳 comes back, she is told that her exam is over
    And 李静 goes on with her exam

    Examples:
      | phone            | leaves                              | basis |
      | an Android phone | goes to the first page of her phone | text  |
      | an Android phone | closes the app                      | text  |
      | an iPhone        | goes to the first page of her phone | text  |
      | an iPhone        | closes the app                      | text  |

  # zh: 考试中打开其他应用，考试终止
  @INTR-05 @needs.candidates @needs.clock @needs.phones/app @needs.records
  Scenario Outline: Who opens another app ends her exam
    Given 王芳 is answering on <phone>
    And 李静 is answering on <phone>
    When 王芳 opens another app
    Then the exam of 王芳 has been terminated
    And when 王芳 comes back, she is told that her exam is over
    And 李静 goes on with her exam

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 断网时擅自离开的，恢复网络后考试同样终止
  @INTR-05 @needs.candidates @needs.clock @needs.phones/app @needs.phones/network @needs.records
  Scenario Outline: Who leaves while she has no network ends her exam all the same
    Given 王芳 is answering
    And 李静 is answering
    And the main phone of 王芳 has lost its network
    And 王芳 has left her exam, as she <left>
    When the main phone of 王芳 gets its network back
    Then when 王芳 comes back, she is told that her exam is over
    And the exam of 王芳 has been terminated
    And 李静 goes on with her exam

    Examples:
      | left                                | basis |
      | goes to the first page of her phone | text  |
      | closes the app                      | text  |
      | opens another app                   | text  |

  # zh: 接听来电，考试终止
  @INTR-06 @needs.candidates @needs.clock @needs.phones/call @needs.records
  Scenario Outline: Who answers a call ends her exam
    Given 王芳 is answering on <phone>
    And 李静 is answering on <phone>
    When 王芳 answers a call
    Then the exam of 王芳 has been terminated
    And when 王芳 comes back, she is told that her exam is over
    And 李静 goes on with her exam

    Examples:
      | phone            | basis |
      | an Android phone | text  |
      | an iPhone        | text  |

  # zh: 未接听的来电不影响考试
  @INTR-06 @needs.clock @needs.phones/call @needs.records
  Scenario Outline: A call that is not answered leaves the exam as it is
    Given 王芳 is answering on <phone>
    When a call comes in for 王芳 and she <does not take it>
    Then 王芳 goes on with her exam
    And the exam of 王芳 has no interruption

    Examples:
      | phone            | does not take it                       | basis   |
      | an Android phone | lets it ring until the caller gives up | reading |
      | an Android phone | refuses it                             | reading |
      | an iPhone        | lets it ring until the caller gives up | reading |
      | an iPhone        | refuses it                             | reading |

  # zh: 终止考试的规定仅适用于主机
  @INTR-07 @needs.clock @needs.phones/call @needs.records
  Scenario Outline: What is done on the auxiliary phone does not end the exam
    Given 王芳 is answering
    When on her auxiliary phone, 王芳 <leaves>
    Then 王芳 goes on with her exam
    And the exam of 王芳 has no interruption

    Examples:
      | leaves                              | basis |
      | goes to the first page of her phone | text  |
      | closes the app                      | text  |
      | answers a call                      | text  |

  # zh: 在辅机上打开其他应用不影响考试
  @INTR-07 @needs.clock @needs.phones/app @needs.records
  Scenario: Another app on the auxiliary phone does not end the exam
    Given 王芳 is answering
    When on her auxiliary phone, 王芳 opens another app
    Then 王芳 goes on with her exam
    And the exam of 王芳 has no interruption

  # zh: 主机截屏、录屏、投屏的，提交审核或终止考试
  @INTR-08 @needs.candidates @needs.clock @needs.phones/capture @needs.records @needs.reviews
  Scenario Outline: What is captured on the main phone does not go unseen
    Given 王芳 is answering on <phone>
    And 李静 is answering on <phone>
    When 王芳 <captures> on her main phone
    Then what becomes of 王芳 for it is one of the ways that the rule accepts
    And 李静 goes on with her exam

    Examples:
      | phone            | captures          | basis   |
      | an Android phone | takes a screenshot   | reading |
      | an Android phone | films the screen  | reading |
      | an Android phone | casts the screen  | reading |
      | an iPhone        | takes a screenshot   | reading |
      | an iPhone        | films the screen  | reading |
      | an iPhone        | casts the screen  | reading |

  # zh: 展示和拍照期间在主机截屏的，同样提交审核或终止考试
  @INTR-08 @when.has_sheet @needs.clock @needs.phones/capture @needs.records @needs.reviews
  Scenario Outline: What is captured after answering does not go unseen either
    Given 王芳 <is at work>
    When 王芳 takes a screenshot on her main phone
    Then what becomes of 王芳 for it is one of the ways that the rule accepts

    Examples:
      | is at work                | basis   |
      | is showing her sheets     | reading |
      | may photograph her sheets | reading |

  # zh: 辅机截屏、录屏、投屏的，提交审核，考试继续
  @INTR-08 @when.has_aux @needs.clock @needs.phones/capture @needs.records @needs.reviews
  Scenario Outline: What is captured on the auxiliary phone is shown to the reviewer, and the exam goes on
    Given 王芳 is answering
    When 王芳 <captures> on her auxiliary phone
    Then what becomes of 王芳 for it is one of the ways that the rule accepts
    And 王芳 goes on with her exam

    Examples:
      | captures         | basis   |
      | takes a screenshot  | reading |
      | films the screen | reading |
      | casts the screen | reading |

  # zh: 主机主动锁屏的，提交审核或终止考试；自动锁屏的可以返回
  @INTR-20 @when.has_interruptions @when.has_return_by_itself @needs.candidates @needs.clock @needs.phones/lock @needs.records @needs.reviews
  Scenario Outline: A main phone that is locked on purpose does not go unseen
    Given 王芳 is answering on <phone>
    And 李静 is answering on <phone>
    And a screen that locks by itself has cut 李静 off for half as long as an interruption may last
    When 王芳 locks her screen
    Then what becomes of 王芳 for it is one of the ways that the rule accepts
    And 李静 goes on with her exam

    Examples:
      | phone             | basis   | reading |
      | an Android phone  | reading | C59     |
      | a HarmonyOS phone | reading | C59     |
      | an iPhone         | reading | C59     |

  # zh: 辅机主动锁屏的，提交审核，考试继续
  @INTR-20 @when.has_aux @needs.clock @needs.phones/lock @needs.records @needs.reviews
  Scenario: An auxiliary phone that is locked on purpose is shown to the reviewer, and the exam goes on
    Given 王芳 is answering
    When on her auxiliary phone, 王芳 locks her screen
    Then what becomes of 王芳 for it is one of the ways that the rule accepts
    And 王芳 goes on with her exam
