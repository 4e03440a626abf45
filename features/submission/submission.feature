# zh: 提交答卷
Feature: The submission
  What is complete is submitted once, before the countdown ends, main phone first.

  # zh: 答题纸未全部拍照上传不得提交
  @SUBM-01 @needs.clock @needs.records
  Scenario: One page short, the app does not let the candidate submit
    Given 王芳 may photograph her sheets
    When 王芳 photographs all pages but one
    Then 王芳 cannot submit and nothing of hers is recorded as submitted
    And with every page photographed, 王芳 can submit

  # zh: 绕过应用直接请求，缺页同样不得提交
  @SUBM-01 @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, every page has to be there
    Given 王芳 may photograph her sheets
    And 王芳 has photographed <pages> of her sheets
    When 王芳 submits past the app
    Then 王芳 is refused the submission because pages are missing
    And with every page photographed, the submission of 王芳 is accepted past the app

    Examples:
      | pages                                     | basis |
      | no page                                   | text  |
      | all pages but one                         | text  |
      | all pages but one, and the first one twice | text  |

  # zh: 照片未送达即视为未上传，不得提交
  @SUBM-01 @needs.clock @needs.faults @needs.records
  Scenario: A page whose photo never arrived is a page short
    Given 王芳 has photographed all pages but one of her sheets
    And the next message of the main phone of 王芳 is cut off
    When 王芳 photographs every page
    Then 王芳 cannot submit and nothing of hers is recorded as submitted
    And with every page photographed, 王芳 can submit

  # zh: 拍照倒计时截止前可以提交
  @SUBM-02 @needs.clock @needs.records
  Scenario Outline: Until the photo countdown ends, the submission counts
    Given 王芳 has photographed every page of her sheets
    When 王芳 submits <moment>
    Then 王芳 is recorded as having submitted once, <moment>

    Examples:
      | moment                                 | basis   |
      | 1 minute before the photo countdown ends | text    |
      | 1 ms before the photo countdown ends     | reading |

  # zh: 拍照倒计时截止后不得提交
  @SUBM-02 @needs.candidates @needs.clock @needs.records
  Scenario Outline: When the photo countdown has ended, the app takes nothing more
    Given 王芳 has photographed every page of her sheets
    And 李静 has submitted
    When it is <moment>
    Then 王芳 cannot submit and nothing of hers is recorded as submitted
    And the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 李静 stays recorded as having submitted once

    Examples:
      | moment                                  | basis   |
      | the instant the photo countdown ends    | reading |
      | 1 ms after the photo countdown ends     | reading |
      | 1 minute after the photo countdown ends | text    |

  # zh: 拍照倒计时显示距截止的时间
  @SUBM-02 @needs.clock
  Scenario Outline: The photo countdown runs towards its end
    Given 王芳 may photograph her sheets
    When it is <moment>
    Then the photo countdown of 王芳 gives the time left until it ends

    Examples:
      | moment                                     | basis |
      | 61 seconds before the photo countdown ends | text  |
      | 1 second before the photo countdown ends   | text  |

  # zh: 绕过应用直接请求，拍照倒计时截止后同样不得提交
  @SUBM-02 @needs.candidates @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, the end of the photo countdown ends submission
    Given 王芳 has photographed every page of her sheets
    And 李静 has submitted
    When 王芳 submits past the app <moment>
    Then 王芳 is refused the submission because it is too late
    And 李静 stays recorded as having submitted once

    Examples:
      | moment                                  | basis   |
      | the instant the photo countdown ends    | reading |
      | 1 ms after the photo countdown ends     | reading |
      | 1 minute after the photo countdown ends | text    |

  # zh: 绕过应用直接请求，拍照倒计时截止前可以提交
  @SUBM-02 @needs.clock @needs.probes @needs.records
  Scenario: Past the app, the last moment of the photo countdown still counts
    Given 王芳 has photographed every page of her sheets
    When 王芳 submits past the app 1 ms before the photo countdown ends
    Then 王芳 is recorded as having submitted once, 1 ms before the photo countdown ends

  # zh: 照片截止前未送达即不予接受
  @SUBM-02 @needs.clock @needs.faults @needs.records
  Scenario Outline: A photo counts by the instant at which all of it has arrived
    Given 王芳 may photograph her sheets
    When 王芳 photographs page 1 so that the last of the photo arrives <moment>
    Then <outcome>

    Examples:
      | moment                               | outcome                                                | basis   |
      | 1 ms before the photo countdown ends | page 1 of 王芳 is recorded                               | reading |
      | the instant the photo countdown ends | 王芳 is refused the photo because it is too late          | reading |

  # zh: 提交后不得更改
  @SUBM-03 @needs.clock @needs.probes @needs.records
  Scenario: After the submission no page can be replaced
    Given 王芳 has submitted
    When 王芳 sends page 1 past the app
    Then 王芳 is refused the photo because she has submitted already
    And the pages of 王芳 are those that she photographed

  # zh: 提交前提示“一经上传，不得更改！”
  @SUBM-03 @needs.records
  Scenario: Before the submission the candidate is told that nothing can be changed after it
    Given 王芳 may photograph her sheets
    When 王芳 photographs every page
    Then the main phone of 王芳 warns that nothing can be changed any more
    And the pages of 王芳 are recorded in the order of the sheet

  # zh: 提交前可以重拍，提交的是最后一次拍摄的照片
  @SUBM-03 @needs.clock @needs.records
  Scenario Outline: Before the submission a page can be taken again, and the last photo counts
    Given 王芳 has photographed every page of her sheets
    When 王芳 photographs page <page> again
    Then page <page> of 王芳 is recorded anew and no other page is
    And 王芳 can submit

    Examples:
      | page | basis |
      | 1    | text  |

    @when.has_several_pages
    Examples: a page after the first
      | page | basis |
      | 2    | text  |

  # zh: 主机提交确认后辅机方可提交
  @SUBM-04 @needs.clock @needs.records
  Scenario: The auxiliary phone submits only after the main phone
    Given 王芳 has photographed every page of her sheets
    And the auxiliary phone of 王芳 has stopped recording
    When the auxiliary phone of 王芳 is asked to submit
    Then the auxiliary phone of 王芳 cannot submit and nothing of it is recorded
    And once 王芳 has submitted, her auxiliary phone can submit

  # zh: 绕过应用直接请求，主机未提交时辅机同样不得提交
  @SUBM-04 @needs.clock @needs.probes @needs.records
  Scenario: Past the app, too, the main phone comes first
    Given 王芳 has photographed every page of her sheets
    And the auxiliary phone of 王芳 has stopped recording
    When the auxiliary phone of 王芳 submits past the app
    Then the auxiliary phone of 王芳 is refused because the main phone has not submitted
    And once 王芳 has submitted, the submission of her auxiliary phone is accepted past the app

  # zh: 主机提交的确认决定辅机可否提交，与上传是否完成无关
  @SUBM-04 @needs.clock @needs.phones @needs.records
  Scenario: The acknowledgement opens the way, not the end of the upload
    Given 王芳 has photographed every page of her sheets
    And the auxiliary phone of 王芳 has stopped recording
    And the network of the main phone of 王芳 is slow
    When 王芳 submits
    Then the main phone of 王芳 is still uploading
    And the auxiliary phone of 王芳 can submit

  # zh: 主机提交未送达即视为未提交，辅机不得提交
  @SUBM-04 @needs.clock @needs.faults @needs.records
  Scenario: A submission that has not arrived opens nothing
    Given 王芳 has photographed every page of her sheets
    And the auxiliary phone of 王芳 has stopped recording
    And the next message of the main phone of 王芳 is cut off
    And 王芳 has tried to submit
    When the auxiliary phone of 王芳 is asked to submit
    Then the auxiliary phone of 王芳 cannot submit and nothing of it is recorded
    And 王芳 is not told that she has submitted
    And within a minute, 王芳 learns from her phone that she has submitted

  # zh: 提交的答复丢失或请求重复，也只提交一次
  @SUBM-05 @when.has_aux @needs.clock @needs.faults @needs.records
  Scenario Outline: One exam leaves one submission, whatever happens to the message
    Given 王芳 has photographed every page of her sheets
    And the auxiliary phone of 王芳 has stopped recording
    And the next message of the main phone of 王芳 <goes astray>
    When 王芳 submits
    Then within a minute, 王芳 learns from her phone that she has submitted
    And 王芳 stays recorded as having submitted once
    And the auxiliary phone of 王芳 can submit
    And half an hour later, every file of the main phone of 王芳 has arrived whole

    Examples:
      | goes astray       | basis |
      | loses its answer  | text  |
      | is sent twice     | text  |

  # zh: 未收到答复时应用重新启动的，已提交的文件照常上传
  @SUBM-05 @needs.clock @needs.faults @needs.phones/app @needs.records
  Scenario: A submission whose answer was lost is known again after a new start of the app
    Given 王芳 has photographed every page of her sheets
    And the next message of the main phone of 王芳 loses its answer
    And 王芳 has tried to submit
    When the app on the main phone of 王芳 crashes and is opened again
    Then 王芳 stays recorded as having submitted once
    And half an hour later, every file of the main phone of 王芳 has arrived whole

  # zh: 同时到达的多次提交只接受一次
  @SUBM-05 @needs.clock @needs.probes/together @needs.records
  Scenario: Of submissions that arrive at once, one counts
    Given 王芳 has photographed every page of her sheets
    When 8 submissions of 王芳 arrive past the app at once
    Then one of them is accepted and the others are refused as she has submitted already
    And 王芳 stays recorded as having submitted once

  # zh: 第二次提交不被接受
  @SUBM-05 @needs.clock @needs.probes @needs.records
  Scenario: A second submission of the same exam is not accepted
    Given 王芳 has submitted
    When 王芳 submits past the app
    Then 王芳 is refused the submission because she has submitted already
    And 王芳 stays recorded as having submitted once

  # zh: 提交成功后考试状态显示已结束
  @SUBM-06 @needs.clock
  Scenario: After the submission the exam is listed as ended
    Given 王芳 has photographed every page of her sheets
    When 王芳 submits
    Then the exam of 王芳 is listed as 已结束

  # zh: 拍照倒计时未截止时，不得因“已结束”而无法提交
  @SUBM-06 @needs.clock @needs.records
  Scenario: While the photo countdown runs, the way to the submission stays open
    Given 王芳 has photographed every page of her sheets
    When 王芳 submits 1 minute before the photo countdown ends
    Then 王芳 is recorded as having submitted once, 1 minute before the photo countdown ends
    And the exam of 王芳 is listed as 已结束

  # zh: 拍照期间应用关闭后重新打开，仍可返回并提交
  @SUBM-06 @needs.clock @needs.phones/app @needs.records
  Scenario: Losing the app while the photo countdown runs does not close the way to the submission
    Given 王芳 has photographed every page of her sheets
    And it is 1 minute before the photo countdown ends
    When the app on the main phone of 王芳 crashes and is opened again
    Then 王芳 finds her way back and can submit
    And the exam of 王芳 is listed as 已结束

  # zh: 无答题纸的科目，考试结束前写下的答案有效
  @SUBM-07 @needs.clock @needs.records
  Scenario: What was written on the phone when the exam ended is what counts
    Given 王芳 is answering a subject without answer sheets
    And 王芳 has written an answer
    When it is the instant the exam ends
    Then what 王芳 wrote on her phone stays recorded
    And 王芳 has nowhere to write on her phone
    And 王芳 can submit

  # zh: 绕过应用作答，考试结束后同样不予接受
  @SUBM-07 @needs.clock @needs.probes/answer @needs.records
  Scenario Outline: Past the app, too, nothing is written after the end
    Given 王芳 is answering a subject without answer sheets
    And 王芳 has written an answer
    When 王芳 writes past the app <moment>
    Then 王芳 is refused to write because it is too late
    And what 王芳 wrote on her phone stays recorded

    Examples:
      | moment                       | basis   | reading |
      | the instant the exam ends    | reading | C56     |
      | 1 ms after the exam ends     | reading | C56     |
      | 1 minute after the exam ends | text    |         |

  # zh: 绕过应用作答，考试结束前可以接受
  @SUBM-07 @needs.clock @needs.probes/answer @needs.records
  Scenario: The last moment of the exam still counts
    Given 王芳 is answering a subject without answer sheets
    When 王芳 writes past the app 1 ms before the exam ends
    Then the exam of 王芳 is recorded as answered 1 ms before the exam ends

  # zh: 无答题纸的科目在规定时间内可以提交
  @SUBM-07 @needs.clock @needs.records
  Scenario Outline: Until its time is over, a subject without sheets is submitted
    Given 王芳 has finished all but the submission in a subject without answer sheets
    When 王芳 submits <moment>
    Then 王芳 is recorded as having submitted once, <moment>

    Examples:
      | moment                                   | basis   | reading |
      | the instant the exam ends                | text    |         |
      | 1 minute before the time to submit ends | text    |         |
      | 1 ms before the time to submit ends     | reading | C61     |

  # zh: 无答题纸的科目，中断跨越考试结束时刻的，返回后仍可提交
  @SUBM-07 @when.has_interruptions @when.has_return_by_itself @needs.clock @needs.phones/app @needs.records
  Scenario: Who is away when a subject without sheets ends comes back and can submit
    Given 王芳 is answering a subject without answer sheets
    And it is 10 seconds before the exam ends
    When a crash of the app cuts 王芳 off for 20 seconds
    Then 王芳 can submit

  # zh: 无答题纸的科目逾时不得提交
  @SUBM-07 @needs.candidates @needs.clock @needs.records
  Scenario Outline: When its time is over, a subject without sheets is submitted no more
    Given 王芳 has finished all but the submission in a subject without answer sheets
    And 李静 has submitted
    When it is <moment>
    Then 王芳 cannot submit and nothing of hers is recorded as submitted
    And the exam of 王芳 is recorded as not submitted the instant the time to submit ends
    And 李静 stays recorded as having submitted once

    Examples:
      | moment                                  | basis   | reading |
      | the instant the time to submit ends    | reading | C61     |
      | 1 minute after the time to submit ends | text    |         |

  # zh: 绕过应用直接请求，无答题纸的科目逾时同样不得提交
  @SUBM-07 @needs.candidates @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, a subject without sheets is submitted in time or not at all
    Given 王芳 has finished all but the submission in a subject without answer sheets
    And 李静 has submitted
    When 王芳 submits past the app <moment>
    Then 王芳 is refused the submission because it is too late
    And 李静 stays recorded as having submitted once

    Examples:
      | moment                                  | basis   | reading |
      | the instant the time to submit ends    | reading | C61     |
      | 1 minute after the time to submit ends | text    |         |

  # zh: 考试未结束不得提交
  @SUBM-07 @needs.clock @needs.probes @needs.records
  Scenario: Before the exam ends nothing is submitted, not even past the app
    Given 王芳 is answering a subject without answer sheets
    When 王芳 submits past the app 1 ms before the exam ends
    Then 王芳 is refused the submission because its time has not come
    And 王芳 can submit the instant the exam ends

  # zh: 错过提交时间的，视为未提交
  @SUBM-08 @needs.candidates @needs.clock @needs.records
  Scenario: Who misses the time to submit has not submitted
    Given 王芳 has finished all but the submission
    And 李静 has submitted
    When it is 1 minute after the time to submit ends
    Then 王芳 is told that her exam was not submitted
    And the exam of 王芳 is recorded as not submitted the instant the time to submit ends
    And 李静 stays recorded as having submitted once

  # zh: 一科错过提交，不影响另一科，也不能在另一科补交
  @SUBM-08 @when.has_several_subjects @needs.clock @needs.probes @needs.records
  Scenario: Each subject has its own countdown
    Given 王芳 has finished all but the submission in the first of several subjects
    When 王芳 sits her second subject until its photos
    Then her first subject stays recorded as not submitted, and 王芳 is refused its submission past the app
    And with every page photographed, 王芳 can submit

  # zh: 一科已提交，不能代替另一科的提交
  @SUBM-08 @when.has_several_subjects @needs.clock @needs.records
  Scenario: What was submitted in one subject does not stand for another
    Given 王芳 has submitted the first of several subjects
    And 王芳 has sat her second subject until its photos
    When it is the instant the photo countdown ends
    Then the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 王芳 stays recorded as having submitted her first subject once

  # zh: 断网时提交不成功，恢复后须以平台确认为准
  @SUBM-09 @needs.clock @needs.phones/network @needs.records
  Scenario: Who looks whether it worked still submits in time
    Given 王芳 has finished all but the submission
    And the main phone of 王芳 has lost its network
    And 王芳 has tried to submit
    When the main phone of 王芳 gets its network back
    Then within a minute, 王芳 learns from her phone that she has submitted
    And 王芳 stays recorded as having submitted once

  # zh: 提交未获确认即视为未提交
  @SUBM-09 @needs.candidates @needs.clock @needs.phones/network @needs.records
  Scenario: Who does not look has not submitted
    Given 王芳 has finished all but the submission
    And 李静 has submitted
    And the main phone of 王芳 has lost its network
    And 王芳 has tried to submit
    When it is 1 minute after the photo countdown ends
    Then 王芳 is not told that she has submitted
    And the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 李静 stays recorded as having submitted once

  # zh: 平台确认前退出考试的，考试终止
  @SUBM-10 @needs.candidates @needs.clock @needs.phones @needs.records
  Scenario Outline: Who leaves before the confirmation loses the exam
    Given 王芳 has finished all but the submission
    And 李静 has submitted
    When 王芳 <leaves>
    Then the exam of 王芳 has been terminated
    And when 王芳 comes back, she is told that her exam is over
    And 李静 stays recorded as having submitted once

    Examples:
      | leaves                             | basis   | reading |
      | goes to the first page of her phone | reading | C16     |
      | closes the app                     | text    |         |
      | opens another app                  | reading | C16     |

  # zh: 展示答卷期间退出考试的，考试终止
  @SUBM-10 @when.has_display @needs.clock @needs.phones @needs.records
  Scenario Outline: Who leaves while she shows her sheets loses the exam
    Given 王芳 is showing her sheets
    When 王芳 <leaves>
    Then the exam of 王芳 has been terminated
    And when 王芳 comes back, she is told that her exam is over

    Examples:
      | leaves                              | basis   | reading |
      | goes to the first page of her phone | reading | C16     |
      | closes the app                      | text    |         |

  # zh: 平台确认后方可退出
  @SUBM-10 @needs.clock @needs.phones @needs.records
  Scenario Outline: After the confirmation nothing is lost by leaving
    Given 王芳 has submitted
    When 王芳 <leaves>
    Then the submission of 王芳 is the only end in the record
    And half an hour later, every file of the main phone of 王芳 has arrived whole

    Examples:
      | leaves                              | basis |
      | goes to the first page of her phone | text  |
      | opens another app                   | text  |

  # zh: 确认前应用不提供退出
  @SUBM-10 @needs.clock @needs.records
  Scenario: Before the confirmation the app offers no way out
    Given 王芳 has finished all but the submission
    When 王芳 tries to go back
    Then 王芳 is told to stay in her exam
    And 王芳 can submit

  # zh: 辅机逐科提交
  @SUBM-11 @when.has_aux @needs.clock @needs.records
  Scenario: Subject by subject
    Given 王芳 has submitted the first of several subjects
    And the auxiliary phone of 王芳 has stopped recording
    And 王芳 has submitted from her auxiliary phone
    When 王芳 sits her second subject until its photos
    Then the auxiliary video of 王芳 in her first subject is recorded as submitted once
    And once 王芳 has submitted and her recording has ended, her auxiliary phone can submit

  # zh: 辅机一键提交全部科目
  @SUBM-11 @when.has_aux @needs.clock @needs.records
  Scenario: All at once at the end
    Given 王芳 has submitted the first of several subjects
    And the auxiliary phone of 王芳 has stopped recording
    And 王芳 has sat her second subject until its photos
    And 王芳 has photographed, submitted and ended the auxiliary recording
    When 王芳 submits all at once from her auxiliary phone
    Then the auxiliary video of 王芳 in each subject is recorded as submitted once
    And an hour later, the auxiliary video of 王芳 in each subject has arrived whole

  # zh: 一键提交时，主机未提交的科目不影响其他科目
  @SUBM-11 @when.has_aux @needs.clock @needs.records
  Scenario: A subject that has to wait holds up no other
    Given 王芳 has finished all but the submission in the first of several subjects
    And the auxiliary phone of 王芳 has stopped recording
    And 王芳 has sat her second subject until its photos
    And 王芳 has photographed, submitted and ended the auxiliary recording
    When 王芳 submits all at once from her auxiliary phone
    Then the auxiliary video of 王芳 is recorded as submitted in her second subject only

  # zh: 主机提交后随即提交辅机视频
  @SUBM-12 @when.has_aux @needs.clock @needs.records
  Scenario Outline: The auxiliary video is taken whenever it comes, and the record says when
    Given 王芳 has submitted
    And the auxiliary phone of 王芳 has stopped recording
    When 王芳 submits from her auxiliary phone <moment>
    Then the auxiliary video of 王芳 is recorded as submitted once, <moment>

    Examples:
      | moment                                  | basis   |
      | 1 minute after the display ends         | text    |
      | 1 hour after the photo countdown ends   | reading |
      | 24 hours after the photo countdown ends | reading |
      | 72 hours after the photo countdown ends | reading |

  # zh: 其他手机不得代替辅机提交
  @SUBM-13 @needs.clock @needs.phones @needs.probes @needs.records
  Scenario: Another phone that has joined cannot submit in the auxiliary phone's place
    Given 王芳 has finished all but the submission
    And another phone has joined the exam of 王芳
    And 王芳 has tried to submit
    When that other phone submits the auxiliary video of 王芳 past the app
    Then the auxiliary phone of 王芳 is refused because nothing was recorded on it
    And the auxiliary video of 王芳 is recorded and submitted by her auxiliary phone alone

  # zh: 更换辅机录制的，记录在案并提交审核
  @SUBM-13 @needs.phones @needs.records @needs.reviews
  Scenario: A change of the auxiliary phone is seen by the reviewer
    Given 王芳 is ready for the waiting room
    When another phone records the exam of 王芳 in place of her auxiliary phone
    Then the record names both phones and the review desk is told of the change for 王芳
