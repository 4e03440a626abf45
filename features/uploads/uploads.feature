# zh: 上传
Feature: Uploads
  What has been submitted is carried to the platform in the background.

  # zh: 提交后无须停留在上传页面，后台继续上传
  @UPLD-01 @needs.clock @needs.records
  Scenario Outline: The upload goes on in the background
    Given 王芳 has submitted
    When 王芳 <does> and half an hour passes
    Then every file of the main phone of 王芳 has arrived whole

    Examples:
      | does                           | basis |
      | stays where she is             | text  |
      | leaves the page of the upload  | text  |
      | puts the app in the background | text  |

  # zh: 提交后可在“查看提交状态”中看到进度
  @UPLD-02 @needs.clock @needs.phones @needs.records
  Scenario: The state of the submission can be looked up
    Given 王芳 has photographed every page of her sheets
    And the network of the main phone of 王芳 is slow
    When 王芳 submits
    Then the submission status of 王芳 shows files under way
    And when every file has arrived, the submission status of 王芳 shows nothing left to send
