# zh: 考试场所
Feature: The place of the exam
  Where the candidate sits is seen and heard in both recordings.

  # zh: 场所不封闭的，审核人员可在录像中发现
  @ROOM-01 @needs.clock @needs.phones @needs.records
  Scenario: That the place is not enclosed is found in the recordings
    Given 王芳 is answering
    When 王芳 leaves the door open for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds an open door in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 场所不安静的，审核人员可在录像中听到
  @ROOM-02 @needs.clock @needs.phones @needs.records
  Scenario Outline: That the place is not quiet is heard in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds <what> in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

    Examples:
      | does            | what  | basis |
      | sits amid noise | noise | text  |
      | plays music     | music | text  |

  # zh: 风声可由审核人员在录像中听到
  @ROOM-03 @needs.clock @needs.phones @needs.records
  Scenario: Wind is heard in the recordings
    Given 王芳 is answering
    When 王芳 sits in the wind for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds wind in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 背景不单一的，审核人员可在录像中发现
  @ROOM-04 @needs.clock @needs.phones @needs.records
  Scenario: A background that is not plain is found in the recordings
    Given 王芳 is answering
    When 王芳 sits before a wall full of things for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a background that is not plain in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 手持拍摄、画面不稳的，审核人员可在录像中发现
  @ROOM-05 @needs.clock @needs.phones @needs.records
  Scenario Outline: A phone without a holder is found in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds an unsteady picture in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

    Examples:
      | does                                  | basis |
      | holds the main phone in her hand      | text  |
      | holds the auxiliary phone in her hand | text  |

  # zh: 话筒被遮挡的，审核人员可在录像中听出
  @ROOM-06 @needs.clock @needs.phones @needs.records
  Scenario: A covered microphone is heard in the recordings
    Given 王芳 is answering
    When 王芳 covers the microphone of the main phone for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a covered microphone in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 答题纸不在画面中的，审核人员可在录像中发现
  @ROOM-07 @needs.clock @needs.phones @needs.records
  Scenario: A sheet out of the picture is found in the recordings
    Given 王芳 is answering
    When 王芳 takes her sheet out of the picture for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds that the sheet is out of the picture in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 开考前已按要求架设手机的，录像中未见异常
  @ROOM-08 @needs.clock @needs.phones @needs.records
  Scenario: Of phones that were set up before the exam began nothing strikes the reviewer
    Given 王芳 is in the waiting room
    When it is the instant the exam starts
    Then once both recordings of 王芳 have arrived, the reviewer finds nothing amiss in them

  # zh: 模拟考试同样由两部手机录制，可供核查
  @ROOM-09 @needs.clock @needs.phones @needs.records
  Scenario: A mock exam is recorded by both phones and can be looked through
    Given 王芳 is in the waiting room of a mock exam
    When it is the instant the exam starts
    Then once both recordings of 王芳 have arrived, the reviewer finds nothing amiss in them
