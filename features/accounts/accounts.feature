# zh: 注册、认证与考试确认
Feature: From two new phones to a confirmed exam
  An account, a checked identity, information that fits the school's, and a confirmation; then what has to be done before an exam.

  # zh: 以短信验证码注册账号
  @ACCT-01 @needs.worlds @needs.phones @needs.records
  Scenario: The code that was sent makes an account
    Given 王芳 has asked for a code
    When 王芳 completes the registration with the code that was sent
    Then the record of 王芳 has an account
    And with her phone number, 王芳 can log in

  # zh: 验证码错误或已被替换的，不得注册
  @ACCT-01 @needs.worlds @needs.phones @needs.records
  Scenario Outline: No other code makes an account
    Given 王芳 has asked for a code twice
    When 王芳 completes the registration with <code>
    Then the record of 王芳 does not have an account
    And with the code that was sent, 王芳 completes the registration

    Examples:
      | code                     | basis   |
      | a wrong code             | text    |
      | the code before the last | reading |

  # zh: 验证码在有效时间内可用，过期后须重新获取
  @ACCT-01 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: A code is good for as long as its message says
    Given 王芳 has asked for a code
    And the code of 王芳 has aged until <moment>
    When 王芳 completes the registration with the code that was sent
    Then the record of 王芳 <outcome>

    Examples:
      | moment                            | outcome                  | basis   |
      | 1 ms before its time is over      | has an account           | reading |
      | the instant its time is over      | does not have an account | reading |
      | 1 minute after its time is over   | does not have an account | text    |

  # zh: 验证码过期后，可重新获取并完成注册
  @ACCT-01 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Who was too slow asks for a fresh code
    Given 王芳 has asked for a code
    And the code of 王芳 has aged until 1 minute after its time is over
    When 王芳 completes the registration with the code that was sent
    Then the record of 王芳 does not have an account
    And with a fresh code, 王芳 completes the registration

  # zh: 以手机号登录；身份认证之后方可以身份证号登录，绑定邮箱之后方可以邮箱登录
  @ACCT-02 @needs.worlds @needs.phones @needs.records
  Scenario Outline: Another name than the phone number logs in only once it is known to be hers
    Given 王芳 has <so far> and is logged out
    When 王芳 logs in with <name>
    Then the record of 王芳 <outcome>
    And with her phone number, 王芳 can log in

    Examples:
      | so far                                | name               | outcome                | basis   |
      | an account                            | her ID number      | does not have a log-in | text    |
      | an account and a checked identity     | her ID number      | has a log-in           | text    |
      | an account                            | her e-mail address | does not have a log-in | reading |
      | an account and a bound e-mail address | her e-mail address | has a log-in           | reading |

  # zh: 身份证两面均须拍照上传
  @ACCT-03 @needs.worlds @needs.phones/camera @needs.records
  Scenario: One side of the ID card is not enough
    Given 王芳 has an account
    When 王芳 photographs only one side of her ID card
    Then 王芳 cannot go on with the identity check
    And the record of 王芳 does not have a checked identity
    And with both sides, the identity of 王芳 is checked

  # zh: 也可手动上传身份证信息
  @ACCT-03 @needs.worlds @needs.phones @needs.records
  Scenario: The identity can be checked by hand
    Given 王芳 has an account
    When 王芳 has her identity checked by hand
    Then the record of 王芳 has a checked identity

  # zh: 身份证已被他人验证时可以申诉，未经审核不予认证
  @ACCT-04 @needs.candidates @needs.worlds @needs.phones @needs.records
  Scenario: An identity that is taken leads to an appeal
    Given 王芳 has an account
    And 李静 has an account
    And 李静 has taken the identity of 王芳
    When 王芳 has her own identity checked
    Then 王芳 is offered an appeal
    And the record of 王芳 does not have a checked identity

  # zh: 申诉由人工审核，通过后可以完成认证
  @ACCT-04 @needs.candidates @needs.worlds @needs.phones @needs.records
  Scenario Outline: A person decides the appeal
    Given 王芳 has an account
    And 李静 has an account
    And 李静 has taken the identity of 王芳
    And 王芳 has appealed against that
    When the appeal of 王芳 is <decision>
    Then the record of 王芳 has <entry>
    And <outcome>

    Examples:
      | decision | entry              | outcome                                   | basis |
      | approved | an approved appeal | the identity of 王芳 is now checked         | text  |
      | rejected | a rejected appeal  | the identity of 王芳 is still not checked   | text  |

  # zh: 认证后信息锁定，不可更改
  @ACCT-05 @needs.worlds @needs.phones @needs.records
  Scenario: Once it is filled in, the information can only be read
    Given 王芳 has an account and a checked identity
    When 王芳 fills in her information
    Then the record of 王芳 has locked information
    And the information of 王芳 can only be read

  # zh: 姓名、证件号码、高考所在省份与学校登记不一致的，不能确认考试
  @ACCT-06 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: What does not fit the school's registration cannot be confirmed
    Given the school has <otherwise> of 王芳, and she has an authenticated account
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then 王芳 is offered no exam to confirm
    And 王芳 is told that <reason>

    Examples:
      | otherwise         | reason                             | basis |
      | another name      | her name does not match            | text  |
      | another ID number | no exam is found for her ID number | text  |
      | another province  | her province does not match        | text  |

  # zh: 考试确认自公布的时刻起开放
  @ACCT-07 @needs.worlds @needs.clock @needs.phones @needs.records
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
  @ACCT-07 @needs.worlds @needs.clock @needs.probes @needs.records
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
  @ACCT-08 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: What has been confirmed is listed once, with its admission number
    Given 王芳 has an authenticated account
    When 王芳 confirms her exam 1 minute after confirmation opens
    Then the exam of 王芳 is listed once
    And the details of 王芳 give her admission number

  # zh: 未确认的考试不在列表中
  @ACCT-08 @needs.worlds @needs.clock @needs.phones
  Scenario: What has not been confirmed is not listed
    Given 王芳 has an authenticated account
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then the exam of 王芳 is not listed
    And 王芳 can confirm her exam 2 minutes after confirmation opens

  # zh: 承诺书、考前任务、人脸验证缺一不可
  @ACCT-09 @needs.worlds @needs.clock @needs.phones @needs.records
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

  # zh: 首次人脸验证多次失败，可申请人工审核
  @ACCT-10 @needs.worlds @needs.clock @needs.face-checks @needs.records
  Scenario: A first face check that fails too often can be reviewed
    Given 王芳 has confirmed her exam in the app
    And 王芳 has signed the pledge
    When the first face check of 王芳 fails as many times as leads to a review
    Then 王芳 is back on the list of exams under the red bar
    And once the review desk has approved her, 王芳 passes her first face check

  # zh: 未完成考前任务的，不限制参加模拟考试
  @ACCT-11 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Without the tasks the mock exam is not barred
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but the tasks
    When 王芳 opens the page of a mock exam for the first time
    Then the record of 王芳 has an opened exam

  # zh: 未签署承诺书的，不得参加模拟考试
  @ACCT-11 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Without the pledge the mock exam is barred as well
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but sign the pledge
    When 王芳 opens the page of a mock exam for the first time
    Then 王芳 is refused the exam because the pledge is not signed
    And once 王芳 has signed the pledge, the page of the mock exam opens

  # zh: 考前练习不限时间，不限次数，无须提交
  @ACCT-12 @needs.clock @needs.records
  Scenario: Practice is as long and as often as the candidate likes, and nothing is submitted
    Given 王芳 has confirmed her exam
    When 王芳 practises 3 times for two hours each
    Then the record of 王芳 has 3 practices and nothing submitted

  # zh: 拒绝授权的，应用说明需要允许的权限，允许后可以继续
  @ACCT-13 @needs.worlds @needs.phones/camera @needs.phones/permissions @needs.records
  Scenario Outline: Who refuses the main app the camera is told what to allow
    Given 王芳 has an account on <phone>
    When 王芳 refuses all that her main app asks for at her ID card
    Then the main phone of 王芳 says what has to be allowed
    And the record of 王芳 does not have a checked identity
    And once all is allowed, the identity of 王芳 is checked

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |
      | an iPhone         | reading |

  # zh: 辅机拒绝授权的，应用说明需要允许的权限，允许后可以继续
  @ACCT-13 @needs.phones/camera @needs.phones/permissions @needs.records
  Scenario: Who refuses the auxiliary app the camera is told what to allow
    Given 王芳 shows the code of her exam
    And nothing is allowed yet on the auxiliary phone of 王芳
    When 王芳 refuses all that her auxiliary app asks for at the code
    Then the auxiliary phone of 王芳 says what has to be allowed
    And the auxiliary phone of 王芳 is not recorded with her exam
    And once all is allowed, the auxiliary phone of 王芳 joins her exam
