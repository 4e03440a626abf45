# zh: 考试确认与时间安排
Feature: Confirmation and timetable
  The exam is confirmed from the published hour on, and sat at the published times.

  # zh: 考试确认自公布的时刻起开放
  @CONF-01 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: Nothing is confirmed before the confirmation opens
    Given 王芳 has an authenticated account
    When 王芳 looks for an exam to confirm <moment>
    Then 王芳 is offered no exam to confirm
    And 王芳 can confirm her exam the instant confirmation opens

    Examples:
      | moment                              | basis   |
      | 1 minute before confirmation opens  | text    |
      | 1 ms before confirmation opens      | reading |

  # zh: 绕过应用直接请求，考试确认同样自公布的时刻起开放
  @CONF-01 @needs.worlds @needs.clock @needs.probes @needs.records
  Scenario Outline: Past the app, too, the confirmation has its hour
    Given 王芳 has an authenticated account
    When 王芳 confirms her exam past the app <moment>
    Then 王芳 is refused the confirmation because it is too early
    And past the app, 王芳 can confirm her exam the instant confirmation opens

    Examples:
      | moment                              | basis   |
      | 1 minute before confirmation opens  | text    |
      | 1 ms before confirmation opens      | reading |

  # zh: 确认成功后，考试记录自动出现在“在线考试”列表
  @CONF-02 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: What has been confirmed is listed once, with its admission number
    Given 王芳 has an authenticated account
    When 王芳 confirms her exam 1 minute after confirmation opens
    Then the exam of 王芳 is listed once
    And the details of 王芳 give her admission number

  # zh: 未确认的考试不在列表中
  @CONF-02 @needs.worlds @needs.clock @needs.phones
  Scenario: What has not been confirmed is not listed
    Given 王芳 has an authenticated account
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then the exam of 王芳 is not listed
    And 王芳 can confirm her exam 2 minutes after confirmation opens
