# zh: 考试纪律
Feature: Conduct during the exam
  What only people can judge: both recordings show it, the review desk asks for it and keeps what was found.

  # zh: 遮挡头部的物品可由审核人员在录像中发现
  @COND-01 @needs.clock @needs.phones @needs.records
  Scenario Outline: What is worn on the head is found in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds <what> in them
    And for 王芳 the finding proposes a violation, and nobody has ruled yet

    Examples:
      | does              | what        | basis |
      | wears a hat       | a hat       | text  |
      | wears sunglasses  | sunglasses  | text  |
      | wears a face mask | a face mask | text  |
      | wears earphones   | earphones   | text  |

  # zh: 替考可由审核人员在录像中发现
  @COND-02 @needs.clock @needs.phones @needs.records
  Scenario: Somebody else in the candidate's place is found in the recordings
    Given 王芳 is answering
    When 王芳 lets somebody else sit in her place for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds another person in the candidate's place in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 考场内有他人的，可由审核人员在录像中发现
  @COND-03 @needs.clock @needs.phones @needs.records
  Scenario: Somebody else in the room is found in the recordings
    Given 王芳 is answering
    When 王芳 has somebody else beside her for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a second person in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 打手势可由审核人员在录像中发现
  @COND-04 @needs.clock @needs.phones @needs.records
  Scenario: A hand signal is found in the recordings
    Given 王芳 is answering
    When 王芳 makes a hand signal for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a hand signal in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 打招呼可由审核人员在录像中发现
  @COND-05 @needs.clock @needs.phones @needs.records
  Scenario: A greeting is found in the recordings
    Given 王芳 is answering
    When 王芳 waves a greeting for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a greeting in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 夹带、抄袭可由审核人员在录像中发现
  @COND-06 @needs.clock @needs.phones @needs.records
  Scenario: Material that was smuggled in is found in the recordings
    Given 王芳 is answering
    When 王芳 has notes beside her sheet for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds notes in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 另行录制可由审核人员在录像中发现
  @COND-07 @needs.clock @needs.phones @needs.records
  Scenario: A device that records the exam is found in the recordings
    Given 王芳 is answering
    When 王芳 films the exam with a camera of her own for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds another camera in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 串通他人可由审核人员在录像中听到
  @COND-08 @needs.clock @needs.phones @needs.records
  Scenario: Somebody who dictates is heard in the recordings
    Given 王芳 is answering
    When 王芳 lets somebody dictate to her for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds another person's voice in them
    And for 王芳 the finding proposes cheating, and nobody has ruled yet

  # zh: 翻阅书籍可由审核人员在录像中发现
  @COND-09 @needs.clock @needs.phones @needs.records
  Scenario: A book is found in the recordings
    Given 王芳 is answering
    When 王芳 consults a book for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a book in them
    And for 王芳 the finding proposes a violation, and nobody has ruled yet

  # zh: 查阅电子设备可由审核人员在录像中发现
  @COND-10 @needs.clock @needs.phones @needs.records
  Scenario: Another phone in the hand is found in the recordings
    Given 王芳 is answering
    When 王芳 holds another phone in her hand for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a phone in the hand in them
    And for 王芳 the finding proposes a violation, and nobody has ruled yet

  # zh: 考生离开画面可由审核人员在录像中发现
  @COND-11 @needs.clock @needs.phones @needs.records
  Scenario: That the candidate left is found in the recordings
    Given 王芳 is answering
    When 王芳 leaves her place for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds that the candidate is out of the picture in them
    And for 王芳 the finding proposes a violation, and nobody has ruled yet

  # zh: 使用美颜滤镜可由审核人员在录像中发现
  @COND-12 @needs.clock @needs.phones @needs.records
  Scenario: A filter is found in the recordings
    Given 王芳 is answering
    When 王芳 uses a beautifying filter for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a filter in them
    And for 王芳 the finding proposes a violation, and nobody has ruled yet

  # zh: 可能影响评判公正的信息可由审核人员在录像中发现
  @COND-15 @needs.clock @needs.phones @needs.records
  Scenario Outline: What could affect fair judging is found in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds <what> in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

    Examples:
      | does                                      | what                   | basis |
      | hangs her school's emblem on the wall     | writing on the wall    | text  |
      | wears clothes with her school's name      | writing on the clothes | text  |
      | says her name aloud                       | a voice                | text  |

  # zh: 考生个人信息可由审核人员在录像中发现
  @COND-16 @needs.clock @needs.phones @needs.records
  Scenario Outline: What tells of the candidate is found in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds <what> in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

    Examples:
      | does                                                | what                 | basis |
      | hangs her name on the wall                          | writing on the wall  | text  |
      | hangs her province on the wall                      | writing on the wall  | text  |
      | holds up her candidate number                       | a card that is shown | text  |
      | holds up her ID number                              | a card that is shown | text  |
      | hangs her school's pennant on the wall              | writing on the wall  | text  |
      | hangs her training institution's notice on the wall | writing on the wall  | text  |

  # zh: 变换拍摄角度可由审核人员在录像中发现
  @COND-17 @needs.clock @needs.phones @needs.records
  Scenario Outline: A changed angle is found in the recordings
    Given 王芳 is answering
    When 王芳 <does> for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a changed angle in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

    Examples:
      | does                      | basis |
      | turns the main phone      | text  |
      | turns the auxiliary phone | text  |

  # zh: 考生出声可由审核人员在录像中听到
  @COND-18 @needs.clock @needs.phones @needs.records
  Scenario: The candidate's voice is heard in the recordings
    Given 王芳 is answering
    When 王芳 talks for a minute
    Then once both recordings of 王芳 have arrived, the reviewer finds a voice in them
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet

  # zh: 接听来电由平台终止考试，学校另可认定违规
  @COND-13 @needs.clock @needs.phones @needs.records
  Scenario: A call that is taken ends the exam, and the school may rule on it besides
    Given 王芳 is answering
    When 王芳 answers a call
    Then the desk shows the reviewer that 王芳 answered a call, and it is kept as a finding
    And for 王芳 the finding proposes a violation, and nobody has ruled yet
    And what the platform itself has done to 王芳 is termination

  # zh: 录制屏幕由平台处置，学校另可认定作弊
  @COND-14 @needs.clock @needs.phones @needs.records
  Scenario: A screen that is recorded is met by the platform, and the school may rule on it besides
    Given 王芳 is answering
    When 王芳 films the screen on her main phone
    Then the desk shows the reviewer that 王芳 filmed her screen, and it is kept as a finding
    And for 王芳 the finding proposes cheating, and nobody has ruled yet
    And what the platform itself has done to 王芳 is termination

  # zh: 二维码为他人所用的，审核台可见
  @COND-19 @when.has_several_phones_per_code @needs.clock @needs.phones @needs.records
  Scenario: That another phone used the code is shown at the desk
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 has read her code
    When another phone joins the exam of 王芳
    Then the desk shows the reviewer that 王芳 let a second phone join her exam, and it is kept as a finding
    And for 王芳 the finding proposes a breach for which the notice names no class, and nobody has ruled yet
    And what the platform itself has done to 王芳 is nothing

  # zh: 审核台的录像与手机提交的文件一致
  @COND-20 @needs.clock @needs.phones @needs.records
  Scenario: The desk has the very films that the phones handed in
    Given 王芳 is answering
    When the exam of 王芳 is over and both recordings have arrived
    Then both recordings on the desk of 王芳 are the very files that her phones announced
    And the reviewer finds nothing amiss in the recordings of 王芳

  # zh: 作弊由具名人员认定，与平台处置分开
  @COND-21 @needs.clock @needs.phones @needs.records
  Scenario: Cheating is ruled by a named person, and the platform's own field stays as it was
    Given 王芳 is answering
    And the reviewer has found that 王芳 makes a hand signal, by the sign of a hand signal
    When 周老师 at the review desk settles the finding
    Then the school has ruled cheating of 王芳, by 周老师
    And what the platform itself has done to 王芳 is nothing

  # zh: 不具名者不得认定
  @COND-21 @needs.clock @needs.phones @needs.records
  Scenario: Nobody without a name rules
    Given 王芳 is answering
    And the reviewer has noted a hat of 王芳
    When somebody without a name settles the finding
    Then the desk refuses that, and the finding of 王芳 is still open
    And the school has ruled nothing of 王芳

  # zh: 多项认定累计，注明最重一项
  @COND-22 @needs.clock @needs.phones @needs.records
  Scenario: Rulings accumulate, and the gravest stands first
    Given 王芳 is answering
    And the reviewer has noted a hat of 王芳
    And 周老师 at the review desk has settled the finding
    And the reviewer has noted a hand signal of 王芳
    When 周老师 at the review desk settles the finding
    Then the school has ruled cheating and a violation of 王芳, by 周老师
    And what the platform itself has done to 王芳 is nothing

  # zh: 撤回的认定不再计入，但保留记录
  @COND-22 @needs.clock @needs.phones @needs.records
  Scenario: What is withdrawn counts no more and is still on record
    Given 王芳 is answering
    And the reviewer has noted a hat of 王芳
    And 周老师 at the review desk has settled the finding
    When 李老师 at the review desk withdraws the finding
    Then the school has ruled nothing of 王芳
    And the desk still shows every step of the finding of 王芳

  # zh: 录制中断如实显示，弃考须由人员认定
  @COND-23 @when.has_return_by_itself @needs.clock @needs.phones @needs.records
  Scenario: A gap is shown as a gap, and only a person may rule that the subject was given up
    Given 王芳 is answering
    And the auxiliary phone of 王芳 has recorded nothing for ten minutes
    When the exam of 王芳 is over and both recordings have arrived
    Then the reviewer finds a gap in the recordings of 王芳
    And for 王芳 the finding proposes giving up the subject, and nobody has ruled yet
    And what the platform itself has done to 王芳 is nothing

  # zh: 弃考仅及于该科目
  @COND-24 @needs.clock @needs.phones @needs.records
  Scenario: A ruling concerns its own subject alone
    Given 王芳 is examined in more than one subject
    And the reviewer has noted a gap of 王芳
    When 周老师 at the review desk settles the finding
    Then the school has ruled giving up the subject of 王芳, by 周老师
    And the school has ruled nothing of 王芳 in her second subject

  # zh: 清单未列明的情形可以留存并认定
  @COND-25 @needs.clock @needs.phones @needs.records
  Scenario Outline: What no list names can be kept and ruled
    Given 王芳 is answering
    And the reviewer has noted of 王芳 what the list does not name
    When 周老师 at the review desk settles the finding as <classes>
    Then the school has ruled <classes> of 王芳, by 周老师

    Examples:
      | classes                  | basis   |
      | a violation              | reading |
      | cheating and a violation | reading |
