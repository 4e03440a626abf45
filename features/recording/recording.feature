# zh: 录像
Feature: The recordings
  Each phone records the exam in one take; what was not recorded, or not heard, shows in the film that it hands in.

  # zh: 开始录制前可以切换前后置摄像头
  @REC-01 @needs.worlds @needs.phones/camera
  Scenario Outline: The camera is chosen before the recording
    Given the auxiliary phone of 王芳 is ready to record
    When 王芳 turns the camera of her auxiliary phone <times>
    Then the auxiliary phone of 王芳 is set to its <lens> camera

    Examples:
      | times | lens  | basis |
      | once  | front | text  |
      | twice | back  | text  |

  # zh: 开始录制后不可再切换摄像头
  @REC-01 @needs.worlds @needs.phones/camera
  Scenario Outline: The camera cannot be turned once it records
    Given the auxiliary phone of 王芳 records with its <lens> camera
    When 王芳 tries to turn the camera of her auxiliary phone
    Then the auxiliary phone of 王芳 still records with its <lens> camera

    Examples:
      | lens  | basis |
      | front | text  |
      | back  | text  |

  # zh: 继续录制时摄像头不变
  @REC-01 @when.has_repair_on_aux @needs.worlds @needs.clock @needs.phones/app @needs.phones/camera @needs.records
  Scenario Outline: A recording that is gone on with keeps its camera
    Given the auxiliary phone of 王芳 records with its <lens> camera
    And a crash of its app has broken off the auxiliary recording of 王芳
    When 王芳 goes back to the auxiliary recording
    Then the auxiliary phone of 王芳 still records with its <lens> camera

    Examples:
      | lens  | basis   |
      | front | reading |
      | back  | reading |

  # zh: 辅机自点击“开始录制”起录制
  @REC-02 @needs.worlds @needs.clock @needs.records
  Scenario: The auxiliary phone records from the instant it is told to
    Given the auxiliary phone of 王芳 is ready to record
    When 王芳 begins the recording of her auxiliary phone
    Then the auxiliary phone of 王芳 is recorded as recording from that instant on

  # zh: 未点击“开始录制”的，辅机不录制
  @REC-02 @needs.worlds @needs.clock @needs.records
  Scenario: An auxiliary phone that is ready does not record by itself
    Given the auxiliary phone of 王芳 is ready to record
    When 王芳 lets ten minutes pass without touching her auxiliary phone
    Then the auxiliary phone of 王芳 is not recorded as recording

  # zh: 录制过程中实时显示已录制时长和自动结束时间
  @REC-03 @needs.worlds @needs.clock @needs.records
  Scenario Outline: The recording says how long it has run and when it ends
    Given 王芳 is answering
    When it is <moment>
    Then the auxiliary phone of 王芳 shows for how long it has recorded
    And the auxiliary phone of 王芳 names the instant at which its recording ends by itself

    Examples:
      | moment                                     | basis |
      | 2 minutes after answering begins            | text  |
      | 1 minute before the exam ends              | text  |
      | 1 second before the recording ends by itself | text |

  # zh: 继续录制后，已录制时长含中断前的录制，不含中断时间
  @REC-03 @when.has_repair_on_aux @needs.worlds @needs.clock @needs.phones/app @needs.records
  Scenario: A recording that is gone on with goes on counting
    Given 王芳 is answering
    And a touch of 完成录制 has broken off the auxiliary recording of 王芳
    When 王芳 goes back to the auxiliary recording
    Then the auxiliary phone of 王芳 shows for how long it has recorded

  # zh: 自动结束时间到后，录制自动停止并进入提交页面
  @REC-04 @needs.worlds @needs.clock @needs.records
  Scenario: The recording goes on until its end
    Given 王芳 is answering
    When it is 1 ms before the recording ends by itself
    Then the auxiliary phone of 王芳 is still recording

  # zh: 自动结束时间到后，录制自动停止并进入提交页面
  @REC-04 @needs.worlds @needs.clock @needs.records
  Scenario Outline: The recording ends by itself and leads to the submission
    Given 王芳 is answering
    When it is <moment>
    Then the auxiliary phone of 王芳 asks for the submission of its video
    And the auxiliary phone of 王芳 is recorded as having stopped when its recording was to end

    Examples:
      | moment                                     | basis |
      | the instant the recording ends by itself   | reading |
      | 1 minute after the recording ends by itself | text |

  # zh: 继续录制的，自动结束时间到后同样停止并进入提交页面
  @REC-04 @when.has_repair_on_aux @needs.worlds @needs.clock @needs.phones/app @needs.records
  Scenario Outline: A recording that was gone on with ends by itself as well
    Given 王芳 is answering
    And <accident> has broken off the auxiliary recording of 王芳
    And 王芳 has gone back to the auxiliary recording
    When it is the instant the recording ends by itself
    Then the auxiliary phone of 王芳 asks for the submission of its video

    Examples:
      | accident               | basis   |
      | a touch of 完成录制     | reading |
      | a crash of its app     | reading |

  # zh: 主机考试完成后，点击“完成录制”进入提交页面
  @REC-05 @needs.worlds @needs.clock @needs.records
  Scenario: Once the main phone has submitted, the auxiliary recording can be ended
    Given 王芳 has submitted
    When 王芳 ends the recording of her auxiliary phone
    Then the auxiliary phone of 王芳 asks for the submission of its video
    And the auxiliary phone of 王芳 is recorded as having stopped just now

  # zh: 拍照期间，辅机可以完成录制
  @REC-05 @needs.worlds @needs.clock @needs.records
  Scenario: Once the display is over, the auxiliary recording can be ended
    Given 王芳 may photograph her sheets
    When 王芳 ends the recording of her auxiliary phone
    Then the auxiliary phone of 王芳 asks for the submission of its video
    And the auxiliary phone of 王芳 is recorded as having stopped just now

  # zh: 误触“完成录制”或录制中断后，可通过“继续录制”返回录制
  @REC-06 @when.has_repair_on_aux @needs.worlds @needs.clock @needs.phones/app @needs.records
  Scenario Outline: A recording that was broken off is gone back to
    Given 王芳 is answering
    When <accident> breaks off the auxiliary recording of 王芳
    Then the auxiliary phone of 王芳 does not claim to record
    And 王芳 finds her way back to the auxiliary recording
    And the auxiliary phone of 王芳 is recorded as recording again
    And the auxiliary phone of 王芳 is still recording
    And 王芳 goes on with her exam

    Examples:
      | accident               | basis |
      | a touch of 完成录制     | text  |
      | a crash of its app     | text  |
      | a loss of power        | text  |
      | a new start of its app | text  |
      | a visit to its first page | text  |

  # zh: 前一科目提交后，后一科目的录制中断同样可以返回
  @REC-06 @when.has_several_subjects @when.has_repair_on_aux @needs.worlds @needs.clock @needs.phones/app @needs.records
  Scenario: The recording of a later subject is gone back to like that of the first
    Given 王芳 has submitted the first of several subjects
    And the auxiliary phone of 王芳 has stopped recording
    And 王芳 has submitted from her auxiliary phone
    And 王芳 has sat her second subject until its photos
    When a crash of its app breaks off the auxiliary recording of 王芳
    Then 王芳 finds her way back to the auxiliary recording
    And the auxiliary phone of 王芳 is recorded as recording again

  # zh: 按规定完成考试的，两部手机的录像均一镜到底并覆盖考试全程
  @REC-07 @needs.worlds @needs.clock @needs.records @needs.files
  Scenario Outline: Who is not interrupted hands in one take that covers the exam
    Given 王芳 is answering
    When 王芳 hands in everything from both phones
    Then the film of the <role> phone of 王芳 is one take
    And the film of the <role> phone of 王芳 covers her exam

    Examples:
      | role      | basis   |
      | main      | text    |
      | auxiliary | text    |

  # zh: 模拟考试的录像不得进入正式考试的录像
  @REC-07 @when.has_mock_exams @needs.worlds @needs.clock @needs.records @needs.files
  Scenario Outline: Who has sat a mock exam hands in one take of the formal one
    Given 王芳 has sat and handed in a mock exam
    When 王芳 sits the formal exam and hands in everything from both phones
    Then the film of the <role> phone of 王芳 is one take

    Examples:
      | role      | basis |
      | main      | text  |
      | auxiliary | text  |

  # zh: 断网不影响录制
  @REC-07 @needs.worlds @needs.clock @needs.phones/network @needs.records @needs.files
  Scenario: A lost network leaves no gap in the film
    Given 王芳 is answering
    And the main phone of 王芳 has lost its network for a while
    When 王芳 hands in everything from both phones
    Then the film of the main phone of 王芳 is one take

  # zh: 主机中断处在录像中可见
  @REC-07 @needs.worlds @needs.clock @needs.phones/app @needs.records @needs.files
  Scenario: Where the main phone was away, its film has a gap
    Given 王芳 is answering
    And the main phone of 王芳 has lost its app for a while
    When 王芳 hands in everything from both phones
    Then the film of the main phone of 王芳 has a gap there and nowhere else
    And the film of the auxiliary phone of 王芳 is one take

  # zh: 辅机中断处在录像中可见
  @REC-07 @needs.worlds @needs.clock @needs.phones/app @needs.records @needs.files
  Scenario Outline: Where the auxiliary recording was broken off, its film has a gap
    Given 王芳 is answering
    And <accident> has broken off the auxiliary recording of 王芳
    And 王芳 has gone back to the auxiliary recording
    When 王芳 hands in everything from both phones
    Then the film of the auxiliary phone of 王芳 has a gap there and nowhere else
    And the film of the main phone of 王芳 is one take

    Examples:
      | accident           | basis |
      | a touch of 完成录制 | text  |
      | a loss of power    | text  |

  # zh: 录制期间静音的，录像可以反映
  @REC-08 @needs.worlds @needs.clock @needs.phones/settings @needs.records @needs.files
  Scenario Outline: A microphone that was mute shows in the film
    Given 王芳 is answering
    And the microphone of the <role> phone of 王芳 has been mute for a minute
    When 王芳 hands in everything from both phones
    Then the film of the <role> phone of 王芳 is mute there and nowhere else
    And the film of the <other> phone of 王芳 can be heard throughout

    Examples:
      | role      | other     | basis |
      | main      | auxiliary | text  |
      | auxiliary | main      | text  |

  # zh: 开始录制时已经静音的，录像同样反映
  @REC-08 @needs.worlds @needs.clock @needs.phones/settings @needs.records @needs.files
  Scenario: A microphone that was mute from the beginning shows in the film as well
    Given 王芳 is ready for the waiting room
    And the microphone of the main phone of 王芳 has been mute for the first minute of its recording
    When 王芳 hands in everything from both phones
    Then the film of the main phone of 王芳 is mute there and nowhere else

  # zh: 光线与画面质量可由录像测得
  @REC-09 @when.has_aux @needs.worlds @needs.clock @needs.phones/camera @needs.records @needs.files
  Scenario Outline: The film shows in what light it was taken
    Given 王芳 is answering in <light>
    When 王芳 hands in everything from both phones
    Then the film of the main phone of 王芳 shows <filmed>

    Examples:
      | light                    | filmed            | basis   |
      | good light               | nothing amiss     | text    |
      | the dark                 | too little light  | text    |
      | glaring light            | too much light    | reading |
      | front of a bright window | light from behind | text    |
      | front of a smeared lens  | a blurred picture | text    |

  # zh: 录制完成后不能回看
  @REC-10 @needs.worlds @needs.clock @needs.records
  Scenario: What has been recorded cannot be played in the apps
    Given 王芳 is answering
    When 王芳 hands in everything from both phones
    Then nothing in either app of 王芳 plays a recording

  # zh: 提交前同样不能回看
  @REC-10 @when.has_sheet @needs.worlds @needs.clock
  Scenario: What has been recorded cannot be played before it is handed in
    Given 王芳 has photographed every page of her sheets
    When it is 1 minute before the photo countdown ends
    Then the page of the photos of 王芳 plays no recording

  # zh: 录制完毕后不能再次录制
  @REC-11 @needs.worlds @needs.clock @needs.records
  Scenario: What has been recorded is not recorded again
    Given 王芳 has submitted
    When 王芳 asks past the app for the waiting room 1 minute after the display ends
    Then 王芳 is refused the waiting room because her exam is over
    And the exam page of 王芳 lets no recording begin

  # zh: 辅机视频提交后不可更改
  @REC-12 @needs.worlds @needs.clock @needs.probes @needs.records
  Scenario: What the auxiliary phone has submitted cannot be submitted anew
    Given 王芳 is answering
    And 王芳 has handed in everything from both phones
    When the auxiliary phone of 王芳 submits past the app
    Then the auxiliary phone of 王芳 is refused because she has submitted already

  # zh: 主辅机须录制同一场考试
  @REC-13 @needs.candidates @needs.worlds @needs.clock @needs.records
  Scenario: An auxiliary phone that records another exam does not count for this one
    Given 王芳 shows the code of her exam
    And 李静 shows the code of her exam
    And the auxiliary phone of 李静 records the exam of 王芳
    When 李静 asks for the waiting room 1 minute after the waiting room opens
    Then 李静 is refused the waiting room because no auxiliary phone is recording
    And with the auxiliary phone recording her exam, 李静 is let in

  # zh: 提交的录像完整，时间连续
  @REC-14 @needs.worlds @needs.clock @needs.records @needs.files
  Scenario Outline: The film that arrives is whole, and its time runs on
    Given 王芳 is answering
    When 王芳 hands in everything from both phones
    Then the film of the <role> phone of 王芳 is whole
    And the time in the film of the <role> phone of 王芳 runs on

    Examples:
      | role      | basis |
      | main      | text  |
      | auxiliary | text  |
