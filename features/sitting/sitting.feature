# zh: 考试进行中
Feature: The exam under way
  From the start to the end: the question, the time, and what becomes of an exam that is not finished.

  # zh: 考题可以全屏查看
  @SIT-01
  Scenario: The question fills the screen when it is enlarged
    Given 王芳 is answering
    When 王芳 enlarges the question
    Then the same question fills the screen of 王芳
    And from there 王芳 comes back to her exam

  # zh: 全屏查看考题时考试结束，照常进入下一步
  @SIT-01 @needs.clock
  Scenario: Nobody stays behind in the full screen when the exam ends
    Given 王芳 is answering
    And 王芳 has enlarged the question
    When it is the instant the exam ends
    Then 王芳 is at the step that is due

  # zh: 答题时间显示在屏幕上方，随时准确
  @SIT-02 @needs.clock
  Scenario Outline: The time is right at every instant
    Given 王芳 is answering
    When it is <moment>
    Then the answering time of 王芳 stands at the top of the screen and is right

    Examples:
      | moment                         | basis |
      | 15 minutes before the exam ends  | text |
      | 10 minutes before the exam ends  | text |
      | 1 minute before the exam ends    | text |
      | 1 second before the exam ends    | text |
      | 1 ms before the exam ends        | text |

  # zh: 开始作答那一刻，答题时间同样准确
  @SIT-02 @needs.clock
  Scenario: The time is right from the very beginning
    Given 王芳 is in the waiting room
    When it is the instant answering begins
    Then the answering time of 王芳 stands at the top of the screen and is right

  # zh: 手机时间有误，答题时间仍准确
  @SIT-02 @needs.clock @needs.phones/clock
  Scenario Outline: A wrong phone clock does not falsify the time
    Given 王芳 is answering
    And the clock of the main phone of 王芳 is <wrong>
    When it is 10 minutes before the exam ends
    Then the answering time of 王芳 stands at the top of the screen and is right

    Examples:
      | wrong                     | basis |
      | an hour fast              | text  |
      | an hour slow              | text  |
      | set to the zone of Tokyo  | text  |
      | running 2 % too fast      | text  |

  # zh: 中断返回后，答题时间仍准确
  @SIT-02 @when.has_return_by_itself @when.has_interruptions @needs.clock @needs.phones
  Scenario Outline: After an interruption the time is right again
    Given 王芳 is answering
    When <cut> cuts 王芳 off for half as long as an interruption may last
    Then the answering time of 王芳 stands at the top of the screen and is right

    Examples:
      | cut                           | basis |
      | a lost network                | text  |
      | a crash of the app            | text  |
      | a loss of power               | text  |
      | a screen that locks by itself | text  |

  # zh: 全屏查看考题时同样显示答题时间
  @SIT-02 @needs.clock
  Scenario: In the full screen, too, the time is there
    Given 王芳 is answering
    And 王芳 has enlarged the question
    When it is 1 minute before the exam ends
    Then the answering time of 王芳 stands at the top of the screen and is right

  # zh: 考试时间一到即进入下一步，与考生手机时间无关
  @SIT-03 @needs.clock @needs.phones/clock
  Scenario Outline: Whoever trusts another clock than the exam's is surprised by its end
    Given 王芳 is answering
    And the clock of the main phone of 王芳 is <wrong>
    When it is 1 second before the exam ends
    Then the answering time of 王芳 gives the time left until the exam ends
    And 王芳 is at the step that is due the instant the exam ends

    Examples:
      | wrong           | basis |
      | 20 minutes slow | text  |
      | 20 minutes fast | text  |

  # zh: 有答题纸的科目只能在答题纸上作答
  @SIT-04
  Scenario: A subject with answer sheets has no place to write on the phone
    Given 王芳 is answering a subject with answer sheets
    When it is 10 minutes before the exam ends
    Then 王芳 is told to write on her answer sheets
    And 王芳 has nowhere to write on her phone

  # zh: 绕过应用在主机上作答，同样不予接受
  @SIT-04 @needs.probes/answer @needs.records
  Scenario: Past the app, too, the answer belongs on the sheets
    Given 王芳 is answering a subject with answer sheets
    When 王芳 writes past the app
    Then 王芳 is refused to write because its answer belongs on the answer sheet
    And past the app, page 1 of 王芳 is accepted the instant the display ends

  # zh: 断网、断电超过时限，考试失败，不得再次进入
  @SIT-05 @when.has_return_by_itself @when.has_failing_beyond @when.has_interruptions @needs.candidates @needs.clock @needs.phones @needs.probes @needs.records
  Scenario Outline: An exam that failed for want of network or power is not given again
    Given 王芳 is answering
    And 李静 is answering
    When <cut> cuts 王芳 off for 1 minute longer than an interruption may last
    Then 王芳 is told that her exam has failed
    And 王芳 is not let into this exam again
    And 李静 goes on with her exam

    Examples:
      | cut             | basis |
      | a lost network  | text  |
      | a loss of power | text  |

  # zh: 断网、断电致错过提交时间，视为未提交，不得再次进入
  @SIT-05 @needs.candidates @needs.clock @needs.phones @needs.probes @needs.records
  Scenario Outline: Who misses the submission for want of network or power has not submitted
    Given 王芳 has finished all but the submission
    And 李静 has submitted
    When <cut> cuts 王芳 off until 1 minute after the photo countdown ends
    Then the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 王芳 is told that her exam was not submitted
    And 王芳 is not let into this exam again
    And 李静 stays recorded as having submitted once

    Examples:
      | cut             | basis |
      | a lost network  | text  |
      | a loss of power | text  |

  # zh: 完成考试的，主机录有考试全程
  @SIT-06 @needs.clock @needs.phones @needs.records
  Scenario: Who sits her exam to the end has all of it on film
    Given 王芳 is answering
    When 王芳 works until the end and submits
    Then the main phone of 王芳 has filmed her exam from its start to its end
    And 王芳 stays recorded as having submitted once

  # zh: 中途放弃的，考试未完成
  @SIT-06 @needs.clock @needs.phones @needs.records
  Scenario: Who gives up in the midst has no exam
    Given 王芳 is answering
    When 王芳 closes the app
    Then the exam of 王芳 has been terminated
    And 王芳 cannot submit and nothing of hers is recorded as submitted

  # zh: 辅机依次完成各步骤
  @SIT-07 @when.has_aux @needs.phones @needs.records
  Scenario: From the installation to the submission, one step after another
    Given 王芳 shows the code of her exam
    When 王芳 gets a new auxiliary app and lets it lead her
    Then the auxiliary app leads 王芳 through reading the code, confirming, adjusting, recording and submitting
