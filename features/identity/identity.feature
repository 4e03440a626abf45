# zh: 身份认证与考生信息
Feature: Identity and information
  The identity is checked once, the information is locked, and both fit the school's registration.

  # zh: 身份证两面均须拍照上传
  @IDEN-01 @needs.worlds @needs.phones/camera @needs.records
  Scenario: One side of the ID card is not enough
    Given 王芳 has an account
    When 王芳 photographs only one side of her ID card
    Then 王芳 cannot go on with the identity check
    And the record of 王芳 does not have a checked identity
    And with both sides, the identity of 王芳 is checked

  # zh: 也可手动上传身份证信息
  @IDEN-01 @needs.worlds @needs.phones @needs.records
  Scenario: The identity can be checked by hand
    Given 王芳 has an account
    When 王芳 has her identity checked by hand
    Then the record of 王芳 has a checked identity

  # zh: 身份证已被他人验证时可以申诉，未经审核不予认证
  @IDEN-02 @needs.candidates @needs.worlds @needs.phones @needs.records
  Scenario: An identity that is taken leads to an appeal
    Given 王芳 has an account
    And 李静 has an account
    And 李静 has taken the identity of 王芳
    When 王芳 has her own identity checked
    Then 王芳 is offered an appeal
    And the record of 王芳 does not have a checked identity

  # zh: 申诉由人工审核，通过后可以完成认证
  @IDEN-02 @needs.candidates @needs.worlds @needs.phones @needs.records
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
  @IDEN-03 @needs.worlds @needs.phones @needs.records
  Scenario: Once it is filled in, the information can only be read
    Given 王芳 has an account and a checked identity
    When 王芳 fills in her information
    Then the record of 王芳 has locked information
    And the information of 王芳 can only be read

  # zh: 姓名、证件号码、高考所在省份与学校登记不一致的，不能确认考试
  @IDEN-04 @needs.worlds @needs.clock @needs.phones @needs.records
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

  # zh: 绕过应用直接请求，与学校登记不一致的同样不能确认考试
  @IDEN-04 @needs.worlds @needs.clock @needs.probes/confirm @needs.records
  Scenario Outline: Past the app, too, what does not fit the registration is not confirmed
    Given the school has <otherwise> of 王芳, and she has an authenticated account
    When 王芳 confirms her exam past the app 1 minute after confirmation opens
    Then 王芳 is refused the confirmation as <reason>

    Examples:
      | otherwise         | reason                             | basis |
      | another name      | her name does not match            | text  |
      | another ID number | no exam is found for her ID number | text  |
      | another province  | her province does not match        | text  |

  # zh: 以他人的身份证号认证的，查无待确认的考试
  @IDEN-05 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: With an ID number that is not her own no exam is found
    Given 王芳 has an account that is authenticated with a stranger's ID number
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then 王芳 is offered no exam to confirm
    And 王芳 is told that no exam is found for her ID number

  # zh: 身份认证截止前，应用提示截止时间
  @IDEN-06 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: In time the app says when the identity check is due
    Given 王芳 has an account
    When 王芳 comes to the identity check <moment>
    Then 王芳 is reminded of when the identity check is due
    And the identity of 王芳 can be checked all the same

    Examples:
      | moment                                | basis   |
      | 1 minute before the identity check is due | text    |
      | 1 ms before the identity check is due     | reading |

  # zh: 身份认证逾期的，应用予以警示，仍可认证
  @IDEN-06 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: Afterwards the app warns, and still takes it
    Given 王芳 has an account
    When 王芳 comes to the identity check <moment>
    Then 王芳 is warned that the identity check is overdue
    And the identity of 王芳 can be checked all the same

    Examples:
      | moment                                   | basis   |
      | the instant the identity check is due    | reading |
      | 1 minute after the identity check is due | reading |
      | 24 hours after the identity check is due | text    |

  # zh: 未填考生号的，信息不得提交
  @IDEN-07 @needs.worlds @needs.phones @needs.records
  Scenario: Without the candidate number nothing is locked
    Given 王芳 has an account and a checked identity
    When 王芳 fills in her information without her candidate number
    Then the main phone of 王芳 asks for her candidate number
    And the record of 王芳 does not have locked information
    And with her candidate number, the information of 王芳 is locked

  # zh: 信息填写不实的，不能确认考试
  @IDEN-08 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: What is not filled in truly leads to no exam
    Given 王芳 has filled in another province than her own
    When 王芳 looks for an exam to confirm 1 minute after confirmation opens
    Then 王芳 is offered no exam to confirm
    And 王芳 is told that her province does not match
