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

  # zh: 首次人脸验证失败次数未达到的，可以再次验证
  @FACE-01 @needs.worlds @needs.clock @needs.face-checks @needs.records
  Scenario: A first face check that failed once less may simply be tried again
    Given 王芳 has come to her first face check
    And the first face check of 王芳 has failed one time fewer than leads back
    When the main phone looks at the face of 王芳
    Then the record of 王芳 has a first face check

  # zh: 首次人脸验证的人工审核被驳回的，仍不得通过
  @FACE-01 @needs.worlds @needs.clock @needs.face-checks @needs.records
  Scenario: A first face check that the review desk rejects stays to be reviewed
    Given 王芳 has come to her first face check
    And the first face check of 王芳 has failed as many times as leads back
    When the review of the first face check of 王芳 is rejected
    Then 王芳 is back on the list of exams under the red bar
    And once the review desk has approved her, 王芳 passes her first face check

  # zh: 各次人脸验证均有语音提示
  @FACE-02 @needs.worlds @needs.clock @needs.phones/settings @needs.records
  Scenario Outline: A voice leads through the face check
    Given 王芳 has come to <check>
    And the media volume of the main phone of 王芳 is <loud>
    When the main phone looks at the face of 王芳
    Then 王芳 has heard what to do, and her face check has passed

    Examples:
      | check                             | loud                   | basis   |
      | her first face check              | as it usually is       | text    |
      | the face check of the formal exam | as it usually is       | text    |
      | her first face check              | as low as can be heard | reading |
      | the face check of the formal exam | as low as can be heard | reading |

    @when.has_mock_exams
    Examples:
      | check                             | loud                   | basis   |
      | the face check of a mock exam     | as it usually is       | text    |
      | the face check of a mock exam     | as low as can be heard | reading |

  # zh: 化浓妆、戴美瞳的，人脸验证不通过并说明原因
  @FACE-03 @needs.worlds @needs.clock @needs.phones/camera @needs.records
  Scenario Outline: Who comes painted to the face check is told so
    Given 王芳 has come to <check>
    And 王芳 <shown>
    When the main phone looks at the face of 王芳
    Then the face check of 王芳 fails and she is told <remedy>
    And once that is put right, the face check of 王芳 passes

    Examples:
      | check                             | shown                 | remedy                  | basis |
      | her first face check              | wears heavy make-up   | to take the make-up off | text  |
      | her first face check              | wears coloured lenses | to take the lenses out  | text  |
      | the face check of the formal exam | wears heavy make-up   | to take the make-up off | text  |
      | the face check of the formal exam | wears coloured lenses | to take the lenses out  | text  |

    @when.has_mock_exams
    Examples:
      | check                             | shown                 | remedy                  | basis |
      | the face check of a mock exam     | wears heavy make-up   | to take the make-up off | text  |
      | the face check of a mock exam     | wears coloured lenses | to take the lenses out  | text  |

  # zh: 光线不当、人脸不清的，人脸验证不通过并说明原因
  @FACE-04 @needs.worlds @needs.clock @needs.phones/camera @needs.records
  Scenario Outline: Whose face cannot be seen well is told so
    Given 王芳 has come to <check>
    And 王芳 <shown>
    When the main phone looks at the face of 王芳
    Then the face check of 王芳 fails and she is told <remedy>
    And once that is put right, the face check of 王芳 passes

    Examples:
      | check                             | shown                     | remedy                 | basis |
      | her first face check              | sits in the dark          | to see to the light    | text  |
      | her first face check              | sits in glaring light     | to see to the light    | text  |
      | her first face check              | is blurred in the picture | to have her face clear | text  |
      | the face check of the formal exam | sits in the dark          | to see to the light    | text  |
      | the face check of the formal exam | sits in glaring light     | to see to the light    | text  |
      | the face check of the formal exam | is blurred in the picture | to have her face clear | text  |

    @when.has_mock_exams
    Examples:
      | check                             | shown                     | remedy                 | basis |
      | the face check of a mock exam     | sits in the dark          | to see to the light    | text  |
      | the face check of a mock exam     | sits in glaring light     | to see to the light    | text  |
      | the face check of a mock exam     | is blurred in the picture | to have her face clear | text  |

  # zh: 人工审核期间不得进入考试，审核通过后可以继续
  @FACE-05 @needs.worlds @needs.clock @needs.face-checks @needs.reviews @needs.records
  Scenario: Who waits for a review goes on once it is decided
    Given 王芳 has confirmed her exam in the app
    And 王芳 has done everything but the first face check
    And the first face check of 王芳 has failed, and she has asked for a review
    When 王芳 opens the page of her exam for the first time
    Then 王芳 is refused the exam because the first face check is missing
    And once the review desk has approved her, 王芳 goes on from where she waited
