# zh: 候考室
Feature: The waiting room
  It opens a while before the exam, begins with a face check, and closes when the exam starts.

  # zh: 候考室开放前不得进入，开放后可以进入
  @WAIT-01 @needs.clock @needs.records
  Scenario Outline: Nobody is let in before the waiting room opens
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too early
    And 王芳 is let in the instant the waiting room opens

    Examples:
      | moment                                | basis   |
      | 1 minute before the waiting room opens | text    |
      | 1 ms before the waiting room opens     | reading |

  # zh: 候考室开放后可以进入
  @WAIT-01 @needs.clock @needs.records
  Scenario Outline: The waiting room is open until the exam starts
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room <moment>
    Then 王芳 is let in

    Examples:
      | moment                                | basis   |
      | the instant the waiting room opens     | reading |
      | 1 ms after the waiting room opens      | reading |
      | 1 minute after the waiting room opens  | text    |
      | 1 minute before the exam starts        | text    |
      | 1 ms before the exam starts            | reading |

  # zh: 绕过应用直接请求，候考室开放前同样不得进入
  @WAIT-01 @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, nobody is let in before the waiting room opens
    Given 王芳 is ready for the waiting room
    When 王芳 asks past the app for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too early
    And past the app, 王芳 is let in the instant the waiting room opens

    Examples:
      | moment                                 | basis   |
      | 1 minute before the waiting room opens | text    |
      | 1 ms before the waiting room opens     | reading |

  # zh: 开考时刻起不得再进入候考室，视为弃考
  @WAIT-02 @needs.candidates @needs.clock @needs.records
  Scenario Outline: From the start of the exam nobody is let in any more
    Given 王芳 is ready for the waiting room
    And 李静 is in the waiting room
    When 王芳 comes to the waiting room <moment>
    Then 王芳 is kept out and told that the exam counts as forfeited
    And the exam of 王芳 is recorded as forfeited the instant the exam starts
    And 李静 sees the question

    Examples:
      | moment                         | basis   |
      | the instant the exam starts    | reading |
      | 1 ms after the exam starts     | reading |
      | 1 minute after the exam starts | text    |

  # zh: 绕过应用直接请求，开考时刻起同样不得进入
  @WAIT-02 @needs.candidates @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, the start of the exam shuts the waiting room
    Given 王芳 is ready for the waiting room
    And 李静 is in the waiting room
    When 王芳 asks past the app for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too late
    And the exam of 王芳 is recorded as forfeited the instant the exam starts
    And 李静 sees the question

    Examples:
      | moment                         | basis   |
      | the instant the exam starts    | reading |
      | 1 ms after the exam starts     | reading |
      | 1 minute after the exam starts | text    |

  # zh: 以进入候考的请求全部送达的时刻为准
  @WAIT-02 @needs.clock @needs.faults @needs.records
  Scenario Outline: A request to be let in counts by the instant at which all of it has arrived
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room so that the last of the request arrives <moment>
    Then <outcome>

    Examples:
      | moment                      | outcome                                                  | basis   |
      | 1 ms before the exam starts | 王芳 is let in                                             | reading |
      | the instant the exam starts | 王芳 is refused the waiting room because it is too late     | reading |

  # zh: 进入候考室后先进行人脸验证
  @WAIT-03 @needs.clock @needs.face-checks @needs.records
  Scenario: The face check comes first inside the waiting room
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room 1 minute after the waiting room opens
    Then 王芳 is asked for a face check before anything else
    And after a face check that passes, 王芳 is waiting for the exam

  # zh: 应用中断后重新打开，不得绕过人脸验证
  @WAIT-03 @needs.clock @needs.phones/app @needs.face-checks @needs.records
  Scenario: Losing the app is no way around the face check
    Given 王芳 is at the face check
    When the app on the main phone of 王芳 crashes and is opened again
    Then 王芳 is not waiting for the exam and no face check of hers has passed
    And after a face check that passes, 王芳 is waiting for the exam

  # zh: 再次请求进入候考，不得绕过人脸验证
  @WAIT-03 @needs.clock @needs.face-checks @needs.probes @needs.records
  Scenario: Asking again is no way around the face check
    Given 王芳 is at the face check
    And 王芳 has asked past the app for the waiting room once more
    When it is the instant the waiting is half over
    Then 王芳 is not waiting for the exam and no face check of hers has passed
    And after a face check that passes, 王芳 is waiting for the exam

  # zh: 连续三次人脸验证失败，回到考试页面并显示红条
  @WAIT-04 @needs.clock @needs.face-checks @needs.records
  Scenario Outline: Face checks that fail in a row lead back to the exam page
    Given 王芳 is at the face check
    When the face check of 王芳 fails <times>
    Then <outcome>

    Examples:
      | times                                   | outcome                                              | basis |
      | one time fewer than leads back          | 王芳 is still at the face check and may try again       | text  |
      | as many times as leads back             | 王芳 is back on the exam page under the red bar         | text  |

  # zh: 人脸验证中途通过后，失败次数重新计算
  @WAIT-04 @needs.clock @needs.face-checks @needs.records
  Scenario: A face check that passes begins the count anew
    Given 王芳 is at the face check
    And the face check of 王芳 has failed one time fewer than leads back
    And the face check of 王芳 has passed and she has come back to it
    When the face check of 王芳 fails one time fewer than leads back
    Then 王芳 is still at the face check and may try again
    And a face check that passes still lets 王芳 in

  # zh: 中断人脸验证，失败次数不重新计算
  @WAIT-04 @needs.clock @needs.face-checks @needs.phones/app @needs.records
  Scenario Outline: A face check that is broken off leaves the count as it was
    Given 王芳 is at the face check
    And the face check of 王芳 has failed one time fewer than leads back
    And 王芳 has <broken off> and come back to the face check
    When the face check of 王芳 fails once more
    Then 王芳 is back on the exam page under the red bar

    Examples:
      | broken off     | basis   |
      | left it        | reading |
      | closed the app | reading |

  # zh: 红条出现后须经人工审核并重新验证方可候考
  @WAIT-04 @needs.clock @needs.face-checks @needs.probes @needs.records
  Scenario: Under the red bar only a review and a new face check let the candidate in
    Given 王芳 is at the face check
    And the face check of 王芳 has failed as many times as leads back
    When 王芳 asks past the app for the waiting room the instant the waiting is half over
    Then 王芳 is refused the waiting room because her face check needs a review
    And once the review desk has approved 王芳, a face check that passes lets her in

  # zh: 人工审核被驳回的，不得进入候考
  @WAIT-04 @needs.clock @needs.face-checks @needs.reviews @needs.probes @needs.records
  Scenario: A review that is rejected lets nobody in
    Given 王芳 is at the face check
    And the face check of 王芳 has failed as many times as leads back
    And the review of the face check of 王芳 has been rejected
    When 王芳 asks past the app for the waiting room the instant the waiting is half over
    Then 王芳 is refused the waiting room because her face check needs a review
    And once the review desk has approved 王芳, a face check that passes lets her in

  # zh: 人工审核通过后，失败次数重新计算
  @WAIT-04 @needs.clock @needs.face-checks @needs.records
  Scenario: A review that is approved begins the count anew
    Given 王芳 is at the face check
    And the face check of 王芳 has failed as many times as leads back
    And the review desk has approved 王芳 and she has come back to the face check
    When the face check of 王芳 fails one time fewer than leads back
    Then 王芳 is still at the face check and may try again
    And a face check that passes still lets 王芳 in

  # zh: 手机时间或时区不正确，不影响候考室开放时间
  @WAIT-05 @needs.clock @needs.phones @needs.records
  Scenario Outline: A wrong phone clock opens the waiting room neither early nor late
    Given 王芳 is ready for the waiting room
    And the clock of the main phone of 王芳 is <wrong>
    When 王芳 asks for the waiting room 1 minute before the waiting room opens
    Then 王芳 is refused the waiting room because it is too early
    And 王芳 is let in 1 minute after the waiting room opens

    Examples:
      | wrong                    | basis   |
      | 20 minutes fast          | reading |
      | 20 minutes slow          | reading |
      | set to the zone of Tokyo | reading |
      | set to the zone of London| reading |

  # zh: 手机时间不正确，不影响候考倒计时和开考时间
  @WAIT-05 @needs.clock @needs.phones @needs.records
  Scenario Outline: A wrong phone clock changes neither the countdown nor the start
    Given 王芳 is in the waiting room
    And the clock of the main phone of 王芳 is <wrong>
    When it is 1 minute before the exam starts
    Then the countdown of 王芳 at the upper left gives the time left until the exam starts
    And 王芳 is still waiting 1 ms before the exam starts
    And 王芳 sees the question the instant the exam starts

    Examples:
      | wrong                    | basis   |
      | 20 minutes fast          | reading |
      | 20 minutes slow          | reading |
      | set to the zone of Tokyo | reading |
      | running 2 % too fast     | reading |

  # zh: 屏幕左上方显示“候考倒计时”
  @WAIT-06 @needs.clock
  Scenario Outline: The countdown at the upper left runs towards the start
    Given 王芳 is in the waiting room
    When it is <moment>
    Then the countdown of 王芳 at the upper left gives the time left until the exam starts

    Examples:
      | moment                            | basis |
      | the instant the waiting is half over | text  |
      | 61 seconds before the exam starts | text  |
      | 1 second before the exam starts   | text  |

  # zh: 候考时间结束自动进入考试
  @WAIT-07 @needs.clock @needs.records
  Scenario: The exam starts by itself at its instant
    Given 王芳 is in the waiting room
    When it is 1 ms before the exam starts
    Then 王芳 is still waiting
    And 王芳 sees the question the instant the exam starts
    And the exam of 王芳 is recorded as started the instant the exam starts

  # zh: 较晚进入候考的考生同样准时开考
  @WAIT-07 @needs.clock @needs.records
  Scenario: Who comes late waits less and starts with everybody
    Given 王芳 is ready for the waiting room
    And 王芳 has entered the waiting room 1 minute before the exam starts
    When it is the instant the exam starts
    Then 王芳 sees the question
    And the exam of 王芳 is recorded as started the instant the exam starts

  # zh: 开考前不显示考题
  @WAIT-08 @needs.clock
  Scenario: Nothing of the question is on the phone before the exam starts
    Given 王芳 is ready for the waiting room
    And 王芳 has seen all that her phone shows 1 minute before the waiting room opens
    And 王芳 has entered the waiting room 1 minute before the exam starts
    And 王芳 has seen all that her phone shows 1 ms before the exam starts
    When it is the instant the exam starts
    Then 王芳 sees the question
    And nothing of the question was on the phone of 王芳 before

  # zh: 开考前平台的应答中同样没有试题
  @WAIT-08 @needs.clock @needs.probes
  Scenario: Nor does the platform give anything of the question away before the exam starts
    Given 王芳 is ready for the waiting room
    And 王芳 has entered the waiting room 1 minute before the exam starts
    And 王芳 has seen all that the platform answers past the app 1 ms before the exam starts
    When it is the instant the exam starts
    Then 王芳 sees the question
    And nothing of the question was on the phone of 王芳 before

  # zh: 辅机未录制时不得进入候考
  @WAIT-09 @needs.clock @needs.records
  Scenario Outline: The auxiliary phone records first
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 <falls short>
    When 王芳 asks for the waiting room 1 minute after the waiting room opens
    Then 王芳 is refused the waiting room because no auxiliary phone is recording
    And with the auxiliary phone recording her exam, 王芳 is let in

    Examples:
      | falls short                               | basis   | reading |
      | has not read the code                     | reading | C07 C60 |
      | has read the code but does not record yet | reading | C07 C60 |

    @when.has_repair_on_aux
    Examples: where an auxiliary recording can be gone back to
      | falls short                               | basis   | reading |
      | has ended its recording                   | reading | C07 C60 |

  # zh: 绕过应用直接请求，辅机未录制时同样不得进入候考
  @WAIT-09 @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, the auxiliary phone records first
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 <falls short>
    When 王芳 asks past the app for the waiting room 1 minute after the waiting room opens
    Then 王芳 is refused the waiting room because no auxiliary phone is recording
    And with the auxiliary phone recording her exam, 王芳 is let in

    Examples:
      | falls short                               | basis   | reading |
      | has not read the code                     | reading | C07 C60 |
      | has read the code but does not record yet | reading | C07 C60 |

  # zh: 另有手机加入，不影响正在录制的辅机
  @WAIT-09 @when.has_several_phones_per_code @needs.clock @needs.phones @needs.probes @needs.records
  Scenario: A further phone that does not record shuts nobody out
    Given 王芳 is ready for the waiting room
    And another phone has joined the exam of 王芳
    When 王芳 asks for the waiting room 1 minute after the waiting room opens
    Then 王芳 is let in

  # zh: 候考时可收起界面，查看本人在画面中的位置
  @WAIT-10 @needs.clock
  Scenario: While waiting, the candidate can see herself in the picture
    Given 王芳 is in the waiting room
    When 王芳 folds the waiting page away
    Then 王芳 sees the picture of the camera with the countdown still running

  # zh: 开考时人脸验证尚未完成，不得未经验证即进入考试
  @WAIT-11 @needs.candidates @needs.clock @needs.face-checks @needs.records
  Scenario: A face check that is still running when the exam starts
    Given 王芳 is at the face check
    And 李静 is in the waiting room
    When it is the instant the exam starts
    Then 王芳 does not see the question without a face check that passes
    And what becomes of 王芳 once her face check passes is one of the ways that the rule accepts
    And 李静 sees the question

  # zh: 开考前到达的，准许进入候考，不作迟到处理
  @WAIT-12 @needs.clock @needs.records
  Scenario Outline: Who comes before the exam starts is let in and not called late
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room <moment>
    Then 王芳 is let in
    And the phone of 王芳 does not call her late

    Examples:
      | moment                                | basis   |
      | the instant the waiting room opens    | reading |
      | 1 minute after the waiting room opens | text    |
      | the instant the waiting is half over  | text    |
      | 1 minute before the exam starts       | text    |
      | 1 ms before the exam starts           | reading |

  # zh: 候考期间可以调整手机位置
  @WAIT-13 @needs.clock @needs.phones/camera @needs.records
  Scenario: While waiting, the candidate can arrange her phones
    Given 王芳 is in the waiting room
    When 王芳 arranges her phones, which takes a minute
    Then 王芳 is still waiting
    And the waiting page asks 王芳 to arrange her phones
    And what the phones of 王芳 record has gone on

  # zh: 开考前均可阅读考前准备事项
  @WAIT-14 @needs.clock
  Scenario Outline: What to prepare can be read until the exam starts
    Given 王芳 is in the waiting room
    When it is <moment>
    Then 王芳 can read what she has to prepare
    And 王芳 sees the question the instant the exam starts

    Examples:
      | moment                               | basis   |
      | the instant the waiting is half over | text    |
      | 1 second before the exam starts      | text    |
      | 1 ms before the exam starts          | text    |

  # zh: 候考期间自动下载考试资源
  @WAIT-15 @needs.clock @needs.records
  Scenario: The resources come by themselves
    Given 王芳 is ready for the waiting room
    And 王芳 has entered the waiting room the instant the waiting is half over
    When it is 1 minute before the exam starts
    Then all resources of the exam are on the phone of 王芳, and the platform has sent each
    And 王芳 sees the question the instant the exam starts

  # zh: 开考时尚未下载完的考试资源，开考后继续下载
  @WAIT-15 @needs.clock @needs.records
  Scenario: What has not come by the start comes afterwards
    Given 王芳 is ready for the waiting room
    And 王芳 has entered the waiting room 1 second before the exam starts
    When it is the instant the exam starts
    Then 王芳 sees the question, and how much of the resources is still to come
    And within a minute all resources of the exam are on the phone of 王芳

  # zh: 候考期间网络缓慢，不影响准时开考
  @WAIT-16 @needs.clock @needs.phones/network @needs.records
  Scenario: A slow network delays the resources and not the exam
    Given 王芳 is ready for the waiting room
    And the network of the main phone of 王芳 hardly carries anything
    And 王芳 has entered the waiting room the instant the waiting is half over
    When it is the instant the exam starts
    Then 王芳 sees the question, and how much of the resources is still to come

  # zh: 候考期间网络中断，主机予以提示
  @WAIT-16 @needs.clock @needs.phones/network @needs.records
  Scenario: Without a network the phone says so, and goes on once there is one
    Given 王芳 is ready for the waiting room
    And 王芳 has entered the waiting room the instant the waiting is half over
    When the main phone of 王芳 loses its network, and half a minute passes
    Then 王芳 is told that the network is gone
    And once the network is back, all resources of the exam are on the phone of 王芳 within a minute
    And 王芳 sees the question the instant the exam starts

  # zh: 候考期间网络中断，开考前恢复的，准时开考
  @WAIT-16 @needs.clock @needs.phones/network @needs.records
  Scenario Outline: A network that comes back before the start costs nothing
    Given 王芳 is in the waiting room
    When a lost network cuts 王芳 off until <moment>
    Then 王芳 is still waiting
    And 王芳 sees the question the instant the exam starts

    Examples:
      | moment                           | basis   |
      | 1 minute before the exam starts  | text    |
      | 1 second before the exam starts  | text    |
      | 1 ms before the exam starts      | reading |

  # zh: 退出候考后在开考前返回的，重新验证后准许进入
  @WAIT-17 @needs.clock @needs.face-checks @needs.records
  Scenario Outline: Who leaves the waiting room and comes back in time is let in again
    Given 王芳 is in the waiting room
    And 王芳 has left the waiting room, as she <left>
    When 王芳 comes back to her phone <moment>
    Then a face check that passes still lets 王芳 in
    And 王芳 sees the question the instant the exam starts

    Examples:
      | left                 | moment                          | basis   | reading |
      | goes to the first page of her phone | 1 minute before the exam starts | text    |         |
      | closes the app       | 1 minute before the exam starts | text    |         |
      | opens another app    | 1 minute before the exam starts | text    |         |
      | answers a call       | 1 minute before the exam starts | text    |         |
      | closes the app       | 1 ms before the exam starts     | reading | C45     |

  # zh: 退出候考后开考时仍未返回的，视为弃考
  @WAIT-17 @needs.candidates @needs.clock @needs.records
  Scenario Outline: Who leaves the waiting room and is not back by the start has forfeited
    Given 王芳 is in the waiting room
    And 李静 is in the waiting room
    And 王芳 has left the waiting room, as she <left>
    When 王芳 comes back to her phone <moment>
    Then 王芳 is told at the door that the exam counts as forfeited
    And the exam of 王芳 is recorded as forfeited the instant the exam starts
    And 李静 sees the question

    Examples:
      | left                 | moment                         | basis   | reading |
      | goes to the first page of her phone | the instant the exam starts    | reading | C06     |
      | closes the app       | 1 ms after the exam starts     | reading | C06     |
      | closes the app       | 1 minute after the exam starts | text    |         |
      | answers a call       | 1 minute after the exam starts | text    |         |

  # zh: 候考期间断网、断电，开考时仍未返回的，视为弃考
  @WAIT-17 @needs.candidates @needs.clock @needs.phones @needs.records
  Scenario Outline: Who is cut off while waiting and is not back by the start has forfeited
    Given 王芳 is in the waiting room
    And 李静 is in the waiting room
    When <cut> cuts 王芳 off until 1 minute after the exam starts
    Then the exam of 王芳 is recorded as forfeited the instant the exam starts
    And 李静 sees the question

    Examples:
      | cut             | basis   | reading |
      | a lost network  | reading | C45     |
      | a loss of power | reading | C45     |

  # zh: 未候考、未验证或未准备的，视为弃考
  @WAIT-18 @needs.candidates @needs.clock @needs.probes @needs.records
  Scenario Outline: Whoever missed something before the exam is shut out of it
    Given 王芳 <missed>
    And 李静 is in the waiting room
    When 王芳 asks past the app for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too late
    And the exam of 王芳 is recorded as forfeited the instant the exam starts
    And 李静 sees the question

    Examples:
      | missed                               | moment                         | basis   |
      | has not opened the page of her exam  | 1 minute after the exam starts | text    |
      | has not come to the waiting room     | 1 minute after the exam starts | text    |
      | has not passed the face check        | 1 minute after the exam starts | text    |
      | has not passed the face check        | the instant the exam starts    | reading |
      | waits for a review of her face check | 1 minute after the exam starts | text    |
