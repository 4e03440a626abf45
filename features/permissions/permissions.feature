# zh: 安装与授权
Feature: Installation and permissions
  Where the apps come from, and what they ask of the phone.

  # zh: 拒绝授权的，应用说明需要允许的权限，允许后可以继续
  @PERM-01 @needs.worlds @needs.phones/camera @needs.phones/permissions @needs.records
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
  @PERM-01 @when.has_aux @needs.phones/camera @needs.phones/permissions @needs.records
  Scenario: Who refuses the auxiliary app the camera is told what to allow
    Given 王芳 shows the code of her exam
    And nothing is allowed yet on the auxiliary phone of 王芳
    When 王芳 refuses all that her auxiliary app asks for at the code
    Then the auxiliary phone of 王芳 says what has to be allowed
    And the auxiliary phone of 王芳 is not recorded with her exam
    And once all is allowed, the auxiliary phone of 王芳 joins her exam
