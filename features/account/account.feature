# zh: 账号
Feature: The account
  An account is made with a code that was sent, and opens by the names that are known to be the candidate's.

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

  # zh: 发送至他人手机号的验证码，不得用于注册
  @ACCT-01 @needs.candidates @needs.worlds @needs.phones @needs.records
  Scenario: A code is good for the number to which it was sent
    Given 王芳 has asked for a code
    And 李静 has asked for a code
    When 王芳 completes the registration with the code that was sent to 李静
    Then the record of 王芳 does not have an account
    And with the code that was sent, 王芳 completes the registration

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

  # zh: 密码错误的不得登录
  @ACCT-03 @needs.worlds @needs.phones @needs.records
  Scenario: A misremembered password opens nothing
    Given 王芳 has an account and is logged out
    When 王芳 logs in with a password that she misremembers
    Then the record of 王芳 does not have a log-in
    And with her phone number, 王芳 can log in

  # zh: 完成认证前，屏幕下方的蓝条引导考生免费认证
  @ACCT-04 @needs.worlds @needs.phones
  Scenario: The blue bar at the bottom leads to the free authentication
    Given 王芳 has an account
    When 王芳 opens the app of her main phone
    Then a blue bar at the bottom tells 王芳 that authentication is free
    And the blue bar leads 王芳 to the identity check

  # zh: 仅完成身份认证、未填写考生信息的，仍显示蓝条
  @ACCT-04 @needs.worlds @needs.phones
  Scenario: With the information still to be filled in the blue bar stays
    Given 王芳 has an account and a checked identity
    When 王芳 opens the app of her main phone and goes to the list of her exams
    Then a blue bar at the bottom tells 王芳 that authentication is free

  # zh: 完成认证后，不再显示蓝条
  @ACCT-04 @needs.worlds @needs.phones
  Scenario: Once all is authenticated the blue bar is gone
    Given 王芳 has an authenticated account
    When 王芳 opens the app of her main phone
    Then there is no blue bar for 王芳 any more
