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

  # zh: 各考生的准考证号互不相同
  @CONF-02 @needs.candidates @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: No two candidates have one admission number
    Given 王芳 has confirmed her exam in the app
    And 李静 has confirmed her exam in the app
    When 王芳 looks at the details of her exam
    Then the details of 王芳 and those of 李静 give different admission numbers

  # zh: 未确认的考试不在列表中
  @CONF-02 @needs.worlds @needs.clock @needs.phones
  Scenario: What has not been confirmed is not listed
    Given 王芳 has an authenticated account
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then the exam of 王芳 is not listed
    And 王芳 can confirm her exam 2 minutes after confirmation opens

  # zh: 考试记录写明考试名称和专业
  @CONF-03 @needs.worlds @needs.clock @needs.phones
  Scenario: The record of an exam names the exam
    Given 王芳 has confirmed her exam in the app
    When 王芳 looks at the details of her exam
    Then the details of 王芳 name the exam as the season does, and her major

  # zh: 可供确认的专业和科目与公布的一致
  @CONF-04 @needs.worlds @needs.clock @needs.phones
  Scenario: What the season examines is on offer, and nothing else
    Given 王芳 is registered for every major of the season, and has an authenticated account
    When 王芳 looks at what she can confirm
    Then 王芳 is offered each major of the season once, with its own subjects and no others

  # zh: 未报名的专业不得确认
  @CONF-04 @needs.worlds @needs.clock @needs.probes @needs.records @when.has_several_majors
  Scenario: Past the app, too, only the candidate's own major is confirmed
    Given 王芳 has an authenticated account
    When 王芳 confirms another major of the season past the app
    Then 王芳 is refused the other major because the school has no record of it
    And past the app, 王芳 can confirm her own exam

  # zh: 各场模拟考试的时间与公布的一致
  @CONF-05 @needs.worlds @needs.clock @needs.phones
  Scenario: The mock exams are listed at their published times
    Given 王芳 has confirmed every major of the season in the app
    When 王芳 looks at the details of all her exams
    Then for 王芳, each mock exam of the season is listed at its published time

  # zh: 各场模拟考试均按公布的时间开考和结束
  @CONF-05 @needs.worlds @needs.clock @needs.probes @needs.records
  Scenario Outline: Each mock exam is sat at its own time
    When a candidate sits each mock exam to its end, and others come when it starts and <by> to either side
    Then each of them starts at its published instant, and from then on nobody is let in
    And each of them ends at its published instant

    Examples:
      | by       | basis   | reading |
      | 1 minute | text    |         |
      | 1 ms     | reading | C06     |

  # zh: 各场正式考试的时间与公布的一致
  @CONF-06 @needs.worlds @needs.clock @needs.phones
  Scenario: The formal exams are listed at their published times
    Given 王芳 has confirmed every major of the season in the app
    When 王芳 looks at the details of all her exams
    Then for 王芳, each formal exam of the season is listed at its published time

  # zh: 各场正式考试均按公布的时间开考和结束
  @CONF-06 @needs.worlds @needs.clock @needs.probes @needs.records
  Scenario Outline: Each formal exam is sat at its own time
    When a candidate sits each formal exam to its end, and others come when it starts and <by> to either side
    Then each of them starts at its published instant, and from then on nobody is let in
    And each of them ends at its published instant

    Examples:
      | by       | basis   | reading |
      | 1 minute | text    |         |
      | 1 ms     | reading | C06     |

  # zh: 各场考试的候考室均按规定时间开放
  @CONF-07 @needs.worlds @needs.clock @needs.probes @needs.records
  Scenario Outline: Each exam has a waiting room that opens in its own time
    When candidates ask for the waiting room of <each> when it opens and <by> to either side
    Then each waiting room opens as long before its exam as was published, and not before

    Examples:
      | each             | by       | basis   |
      | each formal exam | 1 minute | text    |
      | each formal exam | 1 ms     | reading |

    @when.has_mock_exams
    Examples:
      | each             | by       | basis   |
      | each mock exam   | 1 minute | text    |
      | each mock exam   | 1 ms     | reading |

  # zh: 各专业的考试分别记录
  @CONF-08 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Each major that was confirmed has a record and an admission number of its own
    Given 王芳 has confirmed every major of the season in the app
    When 王芳 looks at the details of all her exams
    Then each major of 王芳 has a record of its own with its own subjects and admission number

  # zh: 确认考试时间冲突的专业
  @CONF-09 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Two majors that examine at the same time
    Given 王芳 is registered for two majors that examine at the same time, and has confirmed one
    When 王芳 confirms the other one as well
    Then what 王芳 meets with is one of the ways that the rule accepts

  # zh: 正式考试须在规定时间内参加并完成
  @CONF-10 @needs.candidates @needs.clock @needs.records
  Scenario: Who does not come in time has not taken the exam
    Given 王芳 is ready for the waiting room
    And 李静 is in the waiting room
    When 王芳 comes to the waiting room the instant the exam starts
    Then 王芳 is kept out and told that the exam counts as forfeited
    And 李静 sees the question

  # zh: 逾时未提交的视为未提交
  @CONF-10 @needs.candidates @needs.clock @needs.records @when.has_sheet
  Scenario: Who does not hand in in time has not completed the exam
    Given 王芳 has photographed every page of her sheets
    And 李静 has submitted
    When it is the instant the photo countdown ends
    Then 王芳 is told that her exam was not submitted
    And the exam of 王芳 is recorded as not submitted the instant the photo countdown ends
    And 李静 stays recorded as having submitted once

  # zh: 报名信息经学校更正后，可以确认考试
  @CONF-11 @needs.worlds @needs.clock @needs.phones @needs.records @needs.school/contacts
  Scenario Outline: What the school has put right can be confirmed
    Given the school has registered 王芳 with <wrongly>, and she has an authenticated account
    And 王芳 has found no exam of hers to confirm 1 minute after confirmation opens
    When 王芳 turns to the school
    Then the school puts the registration of 王芳 right
    And 王芳 can confirm her exam 2 minutes after confirmation opens

    Examples:
      | wrongly           | basis |
      | no major          | text  |
      | another ID number | text  |
      | another name      | text  |
      | another province  | text  |
      | another major     | text  |

  # zh: 已确认考试的，重新打开应用即可进行考前准备
  @CONF-12 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Who has confirmed is asked for nothing of it again
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but the tasks
    When 王芳 opens the app of her main phone
    Then the exam of 王芳 is listed once
    And once 王芳 has made up for the tasks, the page of her exam opens

  # zh: 确认另一专业，不影响已完成的考前准备
  @CONF-12 @when.has_clashing_majors @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: To confirm another major undoes nothing of the preparation
    Given 王芳 is registered for two majors that examine at the same time, and has confirmed one
    And 王芳 has prepared everything
    And 王芳 has confirmed the other major as well
    When 王芳 opens the page of her exam for the first time
    Then the record of 王芳 has an opened exam
