# zh: 其他学校的规定
Feature: What other notices add
  Other schools, and other years, ask for more: things shown to the cameras, a time for reading, a start of one's own.

  # zh: 候考室列出须展示的内容
  @VAR-01 @needs.clock
  Scenario: The waiting room lists what is to be shown
    Given 王芳 is in the waiting room
    When it is the instant the waiting is half over
    Then the phones of 王芳 list everything that is to be shown

  # zh: 每项展示均有记录，且两部手机均在录制
  @VAR-01 @when.has_aux @needs.clock @needs.records
  Scenario: Each thing that is shown is recorded, while both phones film
    Given 王芳 is in the waiting room
    When 王芳 shows everything to the cameras
    Then each of them is recorded as shown by 王芳
    And both phones of 王芳 are filming

  # zh: 未展示的内容交由审核，不影响开考
  @VAR-02 @needs.clock @needs.records @needs.reviews
  Scenario Outline: What has not been shown is for the review desk and keeps nobody out
    Given 王芳 is in the waiting room
    And 王芳 has shown <part> to the cameras
    When it is the instant the exam starts
    Then the review desk knows exactly what 王芳 has not shown
    And the exam of 王芳 is recorded as started the instant the exam starts
    And the exam of 王芳 has not ended

    Examples:
      | part                      | basis   |
      | nothing                   | reading |
      | everything but the last thing | reading |
      | everything                | reading |

  # zh: 阅题时间结束后自动进入作答
  @VAR-03 @needs.clock
  Scenario Outline: Reading comes first and gives way to answering at its instant
    Given 王芳 is in the waiting room
    When it is <moment>
    Then <outcome>

    Examples:
      | moment                           | outcome                                      | basis   |
      | 1 ms before the exam starts      | 王芳 is still waiting                          | text    |
      | the instant the exam starts      | 王芳 reads the question and cannot answer it yet | text    |
      | 1 minute before answering begins | 王芳 reads the question and cannot answer it yet | text    |
      | 1 ms before answering begins     | 王芳 reads the question and cannot answer it yet | reading |
      | the instant answering begins     | 王芳 may answer                                | reading |
      | 1 ms after answering begins      | 王芳 may answer                                | reading |
      | 1 minute after answering begins  | 王芳 may answer                                | text    |

  # zh: 手机时间不正确，不影响阅题时间
  @VAR-03 @needs.clock @needs.phones
  Scenario Outline: A wrong phone clock changes nothing about the time for reading
    Given 王芳 is in the waiting room
    And the clock of the main phone of 王芳 is <wrong>
    When it is 1 ms before answering begins
    Then 王芳 reads the question and cannot answer it yet
    And 王芳 may answer the instant answering begins

    Examples:
      | wrong           | basis   |
      | 20 minutes fast | reading |
      | 20 minutes slow | reading |

  # zh: 阅题时间内提交的作答不予接受
  @VAR-04 @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, nothing is answered while the question is read
    Given 王芳 is in the waiting room of a subject without answer sheets
    When 王芳 writes past the app <moment>
    Then 王芳 is refused to write because the time is for reading
    And past the app, 王芳 may write the instant answering begins

    Examples:
      | moment                           | basis   |
      | 1 minute before answering begins | text    |
      | 1 ms before answering begins     | reading |

  # zh: 不允许提前结束的考试没有提前结束的入口
  @VAR-05 @needs.clock @needs.probes @needs.records
  Scenario: Where nobody ends early, the phone offers no end and the platform takes none
    Given 王芳 is in the waiting room of a subject with answer sheets
    And it is 1 minute after answering begins
    When 王芳 ends answering past the app
    Then 王芳 is refused to end early because nobody ends early
    And the phone of 王芳 offers no early end
    And 王芳 may answer

  # zh: 各阶段自动切换
  @VAR-05 @needs.clock @needs.records
  Scenario: The exam ends by itself, and what follows begins at that instant
    Given 王芳 is in the waiting room of a subject with answer sheets
    When it is the instant the exam ends
    Then the exam of 王芳 is recorded as displayed the instant the exam ends

  # zh: 中断时长超过规定的，视为弃考
  @VAR-06 @needs.clock @needs.phones @needs.records
  Scenario Outline: Too long an interruption is a forfeit
    Given 王芳 has begun to answer
    When <cut> cuts 王芳 off for <length>
    Then the exam of 王芳 counts as forfeited because of an interruption
    And 王芳 is told that her exam counts as forfeited

    Examples:
      | cut                | length                                      | basis   |
      | a crash of the app | 1 ms longer than an interruption may last     | reading |
      | a crash of the app | 1 minute longer than an interruption may last | text    |
      | a lost network     | 1 minute longer than an interruption may last | text    |

  # zh: 在规定时长内返回的，考试继续
  @VAR-06 @needs.clock @needs.phones @needs.records
  Scenario Outline: Who is back in time has forfeited nothing
    Given 王芳 has begun to answer
    When a crash of the app cuts 王芳 off for <length>, and she goes on
    Then the record lets 王芳 go on with her exam
    And 王芳 may answer

    Examples:
      | length                                    | basis   |
      | half as long as an interruption may last  | text    |
      | 1 ms less than an interruption may last   | reading |
      | as long as an interruption may last       | reading |

  # zh: 中断次数超过规定的，视为弃考
  @VAR-06 @needs.clock @needs.phones @needs.records
  Scenario Outline: One interruption too many is a forfeit
    Given 王芳 has begun to answer
    When a crash of the app cuts 王芳 off <often>, each time for 20 seconds, and she goes on
    Then <outcome>

    Examples:
      | often                               | outcome                                                           | basis |
      | one time fewer than the notice allows | the exam of 王芳 has not ended                                      | text  |
      | as many times as the notice allows  | the exam of 王芳 has not ended                                      | text  |
      | one time more than the notice allows | the exam of 王芳 counts as forfeited because of an interruption     | text  |

  # zh: 中断后由考生在主机上点击“继续录制”
  @VAR-07 @needs.clock @needs.phones @needs.records
  Scenario Outline: An interrupted exam waits for its candidate, and goes on when she says so
    Given 王芳 has begun to answer
    When <cut> cuts 王芳 off for half as long as an interruption may last
    Then the phone asks 王芳 to go on and does not go on by itself
    And once 王芳 goes on, the record lets her
    And 王芳 may answer

    Examples:
      | cut                | basis |
      | a crash of the app | text  |
      | a lost network     | text  |
      | a loss of power    | text  |

  # zh: 辅机不提供继续录制
  @VAR-08 @needs.clock @needs.phones @needs.records
  Scenario: The auxiliary phone offers no way to go on
    Given 王芳 has begun to answer
    When the app on the auxiliary phone of 王芳 crashes and is opened again
    Then the auxiliary phone of 王芳 offers no way to go on
    And the exam of 王芳 has not ended

  # zh: 考试期间在其他手机登录，考试失败
  @VAR-09 @needs.clock @needs.phones @needs.records
  Scenario Outline: A log-in on another phone during the exam fails it
    Given 王芳 <where>
    When 王芳 logs in on another phone
    Then the exam of 王芳 has failed because of the other phone

    Examples:
      | where                  | basis   |
      | is in the waiting room | reading |
      | has begun to answer    | text    |

  # zh: 考试开始前在其他手机登录，不影响考试
  @VAR-09 @needs.clock @needs.phones @needs.records
  Scenario: A log-in on another phone before the exam fails nothing
    Given 王芳 is ready for the waiting room
    When 王芳 logs in on another phone
    Then the exam of 王芳 has not ended

  # zh: 定格展示时提示面部与答题纸同时入镜
  @VAR-10 @needs.clock
  Scenario: The display asks for the face as well
    Given 王芳 is in the waiting room of a subject with answer sheets
    When it is 1 second after the exam ends
    Then 王芳 is asked to show her face with her sheets

  # zh: 开放时间内任何时刻均可进入
  @VAR-11 @needs.clock @needs.records
  Scenario Outline: One comes in at any time inside the window
    Given 王芳 is ready for the waiting room of <exam>
    When 王芳 asks for the waiting room <moment>
    Then <outcome>

    Examples:
      | exam          | moment                                 | outcome                                                | basis   |
      | a formal exam | 1 ms before the waiting room opens     | 王芳 is refused the waiting room because it is too early  | reading |
      | a formal exam | the instant the waiting room opens     | 王芳 is let in                                           | reading |
      | a formal exam | 1 minute after the waiting room opens  | 王芳 is let in                                           | text    |
      | a formal exam | 1 minute before the window closes      | 王芳 is let in                                           | text    |
      | a formal exam | 1 ms before the window closes          | 王芳 is let in                                           | reading |

    @when.has_mock_exams
    Examples: where there are mock exams
      | exam          | moment                                 | outcome                                                | basis   |
      | a mock exam   | 1 minute after the waiting room opens  | 王芳 is let in                                           | text    |
      | a mock exam   | 1 minute before the window closes      | 王芳 is let in                                           | text    |

  # zh: 绕过应用直接请求，开放时间以外同样不得进入
  @VAR-11 @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, nobody comes in outside the window
    Given 王芳 is ready for the waiting room
    When 王芳 asks past the app for the waiting room <moment>
    Then 王芳 is refused the waiting room because <cause>

    Examples:
      | moment                             | cause           | basis   |
      | 1 ms before the waiting room opens | it is too early | reading |
      | the instant the window closes      | it is too late  | reading |
      | 1 ms after the window closes       | it is too late  | reading |

  # zh: 截止时仍未开始的，视为弃考
  @VAR-11 @needs.clock @needs.records
  Scenario Outline: Who has not begun when the window closes has given the exam up
    Given 王芳 is in the waiting room
    When it is <moment>
    Then <outcome>

    Examples:
      | moment                         | outcome                                                                 | basis   |
      | 1 ms before the window closes  | 王芳 is still waiting                                                     | reading |
      | the instant the window closes  | the exam of 王芳 is recorded as forfeited the instant the window closes   | reading |
      | 1 minute after the window closes | the exam of 王芳 is recorded as forfeited the instant the window closes | text    |

  # zh: 作答时长自本人开始时起算
  @VAR-12 @needs.clock @needs.records
  Scenario Outline: Answering lasts its minutes from the own beginning
    Given 王芳 is ready for the waiting room
    And 王芳 has begun to answer <begun>
    When it is 1 ms before the exam ends
    Then 王芳 may answer
    And 王芳 is at the step that is due the instant the exam ends

    Examples:
      | begun                                    | basis   |
      | the instant the waiting room opens       | reading |
      | 10 minutes after the waiting room opens  | text    |
      | 1 ms before the window closes            | reading |

  # zh: 屏幕显示的剩余时间按本人开始时间计算
  @VAR-12 @needs.clock @needs.records
  Scenario: The time left is counted from the own beginning
    Given 王芳 is ready for the waiting room
    And 王芳 has begun to answer 10 minutes after the waiting room opens
    When it is 61 seconds before the exam ends
    Then the answering time of 王芳 gives the time left until the exam ends

  # zh: 允许提前结束的，考生确认后即结束作答
  @VAR-13 @needs.clock @needs.records @needs.probes
  Scenario: Who ends early has ended
    Given 王芳 has begun to answer a subject without answer sheets
    When 王芳 ends answering early
    Then 王芳 is at the step that is due
    And past the app, 王芳 may write no more

  # zh: 录制次数以规定的机会为限
  @VAR-14 @needs.clock @needs.records @needs.probes
  Scenario Outline: There are so many recordings and no more
    Given 王芳 has made <times>
    When 王芳 asks for another recording
    Then <outcome>

    Examples:
      | times                                    | outcome                                                   | basis |
      | one recording                            | 王芳 may record again                                       | text  |
      | one recording fewer than she has chances | 王芳 may record again                                       | text  |
      | as many recordings as she has chances    | 王芳 may not record again, because her chances are used     | text  |

  # zh: 录制中断的，录像作废并计一次机会
  @VAR-15 @needs.clock @needs.phones @needs.records
  Scenario Outline: An interrupted recording is lost and costs a chance
    Given 王芳 is ready to record
    When a crash of the app breaks <times> of 王芳
    Then <outcome>

    Examples:
      | times                                    | outcome                                                           | basis   |
      | one recording                            | 王芳 is back on the exam page with all chances but one left         | text    |
      | one recording fewer than she has chances | 王芳 is back on the exam page with one chance left                  | text    |
      | as many recordings as she has chances    | the exam of 王芳 has failed because her chances are used            | reading |

  # zh: 允许查看录像的，考生可以查看本人录像
  @VAR-16 @needs.clock
  Scenario: A candidate may look at her recording
    Given 王芳 has begun to answer a subject without answer sheets
    When 王芳 ends answering early
    Then 王芳 may look at her recording

  # zh: 不设定格展示的，考试结束即可拍照
  @VAR-17 @needs.clock @needs.records
  Scenario: Without a display the sheets may be photographed from the end on
    Given 王芳 has begun to answer a subject with answer sheets
    When it is the instant the exam ends
    Then the sheets of 王芳 may be photographed at once, without a display

  # zh: 视频应在规定时限内提交
  @VAR-18 @needs.clock @needs.probes @needs.records
  Scenario Outline: Videos are handed in until their deadline
    Given 王芳 has begun to answer a subject without answer sheets
    When 王芳 submits past the app <moment>
    Then <outcome>

    Examples:
      | moment                               | outcome                                                | basis   |
      | 1 minute before the time to submit ends | 王芳 stays recorded as having submitted once             | text    |
      | 1 ms before the time to submit ends  | 王芳 stays recorded as having submitted once             | reading |
      | the instant the time to submit ends  | 王芳 is refused the submission because it is too late     | reading |
      | 1 minute after the time to submit ends | 王芳 is refused the submission because it is too late   | text    |

  # zh: 未完成规定次数模拟考试的，不得进入正式考试
  @VAR-19 @when.has_mock_exams @needs.clock @needs.records
  Scenario Outline: The formal exam wants its mock exams
    Given 王芳 has sat and submitted <mocks>
    When 王芳 opens the formal exam
    Then <outcome>

    Examples:
      | mocks                                         | outcome                                                            | basis |
      | one mock exam fewer than the season requires  | the formal exam stays shut to 王芳 because mock exams are missing    | text  |
      | as many mock exams as the season requires     | the formal exam is open to 王芳                                      | text  |

  # zh: 禁用型号在考前检查中指出，同品牌其他型号不受影响
  @VAR-20
  Scenario: A phone of a banned model is named
    Given there is a phone of a banned model
    When that phone is looked over
    Then its model is told as the season bans it

  # zh: 同品牌其他型号不受影响
  @VAR-20
  Scenario: Another model of the same brand is not banned
    Given there is a phone of the same brand and another model
    When that phone is looked over
    Then its model is as the notice wants it

  # zh: 禁用品牌的手机在考前检查中指出
  @VAR-21
  Scenario: A phone of a banned brand is named
    Given there is a phone of a banned brand
    When that phone is looked over
    Then its brand is told as the season bans it

  # zh: 其他品牌的手机不作为禁用予以提示
  @VAR-21
  Scenario: A phone of another brand is not named as banned
    Given there is a phone of a brand that is not banned
    When that phone is looked over
    Then its brand is as the notice wants it
