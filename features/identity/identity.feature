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
