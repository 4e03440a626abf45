# zh: 人脸验证
Feature: The face check
  The face is compared with the photo on file; a person decides where the phone cannot.

  # zh: 首次人脸验证多次失败，可申请人工审核
  @FACE-01 @needs.worlds @needs.clock @needs.face-checks @needs.records
  Scenario: A first face check that fails too often can be reviewed
    Given 王芳 has confirmed her exam in the app
    And 王芳 has signed the pledge
    When the first face check of 王芳 fails as many times as leads to a review
    Then 王芳 is back on the list of exams under the red bar
    And once the review desk has approved her, 王芳 passes her first face check
