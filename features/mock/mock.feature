# zh: 模拟考试
Feature: Mock exams
  Rehearsals at published times, with the steps of the formal exam and other questions.

  # zh: 每个科目的模拟考试场数与公布的一致
  @MOCK-01 @needs.worlds @needs.clock @needs.phones
  Scenario: Each subject has the mock exams that were published
    Given 王芳 has confirmed every major of the season in the app
    When 王芳 looks at the details of all her exams
    Then 王芳 finds as many mock exams of each subject as were published, and no more

  # zh: 考试详情显示已完成的模拟考试次数
  @MOCK-02 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: A mock exam counts once its end was reached
    Given 王芳 <far>
    When it is 1 minute after the photo countdown ends
    Then 王芳 is told that she has taken <taken>

    Examples:
      | far                        | taken         | basis   |
      | has come to no mock exam   | no mock exam  | text    |
      | has broken a mock exam off | no mock exam  | reading |
      | is sitting a mock exam     | one mock exam | text    |

  # zh: 未参加模拟考试的考生参加正式考试
  @MOCK-03 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Who has taken no mock exam comes to the formal exam
    Given 王芳 has prepared for the formal exam and taken no mock exam
    When 王芳 comes to the formal exam all the same
    Then what becomes of 王芳 without a mock exam is one of the ways that the rule accepts

  # zh: 模拟考试的候考室按时开放
  @MOCK-04 @needs.worlds @needs.clock @needs.records
  Scenario Outline: The waiting room of a mock exam opens in time and not before
    Given 王芳 is ready for the waiting room of a mock exam
    When 王芳 asks for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too early
    And 王芳 is let in the instant the waiting room opens

    Examples:
      | moment                                 | basis   | reading |
      | 1 minute before the waiting room opens | text    |         |
      | 1 ms before the waiting room opens     | reading | C05     |

  # zh: 模拟考试开考后不得进入
  @MOCK-04 @needs.worlds @needs.candidates @needs.clock @needs.probes @needs.records
  Scenario Outline: The start of a mock exam shuts its waiting room
    Given 王芳 is ready for the waiting room of a mock exam
    And 李静 is in the waiting room
    When 王芳 asks past the app for the waiting room <moment>
    Then 王芳 is refused the waiting room because it is too late
    And 李静 sees the question

    Examples:
      | moment                         | basis   | reading |
      | the instant the exam starts    | reading | C06     |
      | 1 ms after the exam starts     | reading | C06     |
      | 1 minute after the exam starts | text    |         |

  # zh: 模拟考试的拍照倒计时截止前可以提交
  @MOCK-04 @needs.worlds @needs.clock @needs.records @when.has_sheet
  Scenario Outline: A mock exam is handed in until its photo countdown ends
    Given 王芳 has photographed every page of her sheets in a mock exam
    When 王芳 submits <moment>
    Then the record of the exam of 王芳 has a submission

    Examples:
      | moment                                   | basis   | reading |
      | 1 minute before the photo countdown ends | text    |         |
      | 1 ms before the photo countdown ends     | reading | C13     |

  # zh: 模拟考试的拍照倒计时截止后不得提交
  @MOCK-04 @needs.worlds @needs.candidates @needs.clock @needs.records @when.has_sheet
  Scenario Outline: When its photo countdown has ended, a mock exam is not handed in any more
    Given 王芳 has photographed every page of her sheets in a mock exam
    And 李静 has submitted
    When it is <moment>
    Then 王芳 cannot submit and nothing of hers is recorded as submitted
    And the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 李静 stays recorded as having submitted once

    Examples:
      | moment                                  | basis   | reading |
      | the instant the photo countdown ends    | reading | C13     |
      | 1 ms after the photo countdown ends     | reading | C13     |
      | 1 minute after the photo countdown ends | text    |         |

  # zh: 模拟考试与正式考试的试题不同
  @MOCK-05 @needs.worlds @needs.clock
  Scenario: The questions of mock exam and formal exam differ
    When the question of each mock exam and of the formal exam is read, in a subject of each kind
    Then no mock exam asks what the formal exam asks

  # zh: 模拟考试的视频可以提交并上传
  @MOCK-06 @needs.worlds @needs.clock @needs.records
  Scenario: What was recorded in a mock exam can be handed in
    Given 王芳 is handing in a mock exam
    When 王芳 photographs every page and submits
    Then within half an hour, every file of the main phone of 王芳 has arrived whole

  # zh: 模拟考试未提交的，不影响正式考试
  @MOCK-06 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Who hands in nothing of a mock exam can open the formal exam all the same
    Given 王芳 is handing in a mock exam
    When it is 1 minute after the photo countdown ends
    Then nothing of 王芳 is recorded as submitted
    And 王芳 can open the page of the formal exam

  # zh: 模拟考试页面说明不作为评分依据
  @MOCK-07 @needs.worlds @needs.clock @needs.phones
  Scenario: The page of a mock exam says that it is not scored
    Given 王芳 is ready for the waiting room of a mock exam
    When 王芳 looks at the page of the mock exam
    Then 王芳 can read there that it is not scored
    And on the page of the formal exam, 王芳 reads nothing of the kind

  # zh: 模拟考试的内容不计入正式考试
  @MOCK-07 @when.has_aux @needs.worlds @needs.clock @needs.records
  Scenario: Nothing of a mock exam is recorded with the formal exam
    Given 王芳 has an account and her phones before a mock exam
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing is recorded with the formal exams of 王芳

  # zh: 模拟考试中写下的内容不进入正式考试
  @MOCK-07 @when.has_no_sheet @when.has_mock_exams @needs.worlds @needs.clock
  Scenario: What was written in a mock exam does not stand in the formal one
    Given 王芳 has written an answer in a mock exam
    When 王芳 comes to answering the formal exam
    Then nothing of what 王芳 wrote before stands on her phone

  # zh: 模拟考试由考生自主完成
  @MOCK-08 @when.has_aux @needs.worlds @needs.clock @needs.records @needs.reviews
  Scenario: A mock exam needs nobody but the candidate
    Given 王芳 has an account and her phones before a mock exam
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nobody else had anything to do for 王芳
