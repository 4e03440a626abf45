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
      | has done everything but the first face check    | the first face check is missing | the first face check | text    |

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
