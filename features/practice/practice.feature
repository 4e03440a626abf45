# zh: 考前练习
Feature: Practice
  Rehearsing alone, as often and as long as the candidate likes.

  # zh: 考前练习不限时间，不限次数，无须提交
  @PRAC-01 @needs.clock @needs.records
  Scenario: Practice is as long and as often as the candidate likes, and nothing is submitted
    Given 王芳 has confirmed her exam
    When 王芳 practises 3 times for two hours each
    Then the record of 王芳 has 3 practices and nothing submitted

  # zh: 是否练习有记录，不影响参加正式考试
  @PRAC-02 @needs.worlds @needs.clock @needs.records
  Scenario Outline: Whether the candidate has practised is recorded and keeps nobody out
    Given 王芳 <practised>
    When 王芳 asks for the waiting room 1 minute after the waiting room opens
    Then 王芳 is let in
    And the record of 王芳 has <practices> of before the exam

    Examples:
      | practised                                       | practices   | basis |
      | has practised and is ready for her exam         | a practice  | text  |
      | has not practised and is ready for her exam     | no practice | text  |

  # zh: 练习开始前显示考试相关要求
  @PRAC-03 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: What the exam asks for stands where the practice begins
    Given 王芳 has confirmed her exam
    When 王芳 comes to the practice
    Then 王芳 can read what the exam asks for, and nothing is recorded yet
    And 王芳 can practise

  # zh: 考前练习是否提供二维码
  @PRAC-04 @needs.worlds @needs.clock @needs.phones
  Scenario: The practice may have a code or not
    Given 王芳 has confirmed her exam
    When 王芳 comes to the practice
    Then whether the practice of 王芳 has a code is one of the ways that the rule accepts
    And the page of the formal exam of 王芳 has a code for her auxiliary phone

  # zh: 模拟考试提供二维码
  @PRAC-04 @needs.worlds @needs.clock @needs.phones @when.has_mock_exams
  Scenario: The mock exam has a code, whatever the practice has
    Given 王芳 is ready for the waiting room of a mock exam
    When 王芳 comes to the practice
    Then whether the practice of 王芳 has a code is one of the ways that the rule accepts
    And the page of the mock exam of 王芳 has a code for her auxiliary phone
