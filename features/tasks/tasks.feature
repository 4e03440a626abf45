# zh: 考前任务与承诺书
Feature: Tasks and pledge
  What has to be done before the first exam.

  # zh: 承诺书、考前任务、人脸验证缺一不可
  @TASK-01 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: Nobody comes to an exam without having prepared everything
    Given 王芳 has confirmed her exam in the app
    And 王芳 <prepared>
    When 王芳 opens the page of her exam for the first time
    Then 王芳 is refused the exam because <cause>
    And once 王芳 has made up for <missing>, the page of her exam opens

    Examples:
      | prepared                                        | cause                           | missing              | basis   |
      | has done everything but sign the pledge         | the pledge is not signed        | the pledge           | text    |
      | has done everything but the tasks               | the tasks are not done          | the tasks            | text    |
      | has done everything but the last of the tasks   | the tasks are not done          | the tasks            | text    |
      | has done everything but the first face check    | the first face check is missing | the first face check | text    |

  # zh: 已进入模拟考试的，未完成考前任务同样不得参加正式考试
  @TASK-01 @when.has_mock_exams @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: A mock exam that was opened does not open the formal exam
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but the tasks
    And 王芳 has opened the page of a mock exam
    When 王芳 opens the page of her exam for the first time
    Then 王芳 is refused the exam because the tasks are not done
    And once 王芳 has made up for the tasks, the page of her exam opens

  # zh: 一个专业的承诺书不代替另一专业的承诺书
  @TASK-01 @when.has_several_majors @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: The pledge of one major does not stand for another
    Given 王芳 has confirmed every major of the season in the app
    And 王芳 has signed the pledge of another major
    And 王芳 has done everything but sign the pledge
    When 王芳 opens the page of her exam for the first time
    Then 王芳 is refused the exam because the pledge is not signed
    And once 王芳 has made up for the pledge, the page of her exam opens

  # zh: 未完成考前任务的，不限制参加模拟考试
  @TASK-02 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Without the tasks the mock exam is not barred
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but the tasks
    When 王芳 opens the page of a mock exam for the first time
    Then the record of 王芳 has an opened exam

  # zh: 未签署承诺书的，不得参加模拟考试
  @TASK-02 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Without the pledge the mock exam is barred as well
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but sign the pledge
    When 王芳 opens the page of a mock exam for the first time
    Then 王芳 is refused the exam because the pledge is not signed
    And once 王芳 has signed the pledge, the page of the mock exam opens

  # zh: 由“报考”“在线考试”“正式考试”进入考试页面
  @TASK-03 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: The way to the exam is the one that the notice names
    Given 王芳 has confirmed her exam
    When 王芳 goes from the list of her exams to the page of the exam
    Then 王芳 has come by 报考, 在线考试 and 正式考试 to the page of the exam

  # zh: 考试页面有四栏内容
  @TASK-04 @needs.worlds @needs.clock @needs.phones
  Scenario Outline: The page of the exam has four blocks to read
    Given 王芳 is ready for the waiting room of <exam>
    When 王芳 goes from the list of her exams to the page of the exam
    Then 王芳 can read the blocks 考试内容, 拍摄要求, 拍摄时间 and 注意事项 there
    And what 王芳 reads is of her subject and its time

    Examples:
      | exam          | basis |
      | a formal exam | text  |

    @when.has_mock_exams
    Examples:
      | exam          | basis |
      | a mock exam   | text  |
