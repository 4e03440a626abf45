# zh: 一场完整的考试
Feature: A whole exam
  A candidate who keeps every rule gets through, from the login to the last upload.

  # zh: 遵守全部规定的考生顺利完成一场考试
  @JOUR-01 @when.has_aux @when.has_fixed_start @when.has_sheet @needs.clock @needs.records
  Scenario: A candidate who keeps every rule is not stopped
    Given 王芳 has an account and two phones
    When 王芳 logs in and opens her exam
    And 王芳 pairs her auxiliary phone and lets it record 5 minutes before the waiting room opens
    And 王芳 enters the waiting room the instant the waiting is half over and passes the face check
    And 王芳 writes until the exam ends and shows her sheets until the display ends
    And 王芳 photographs every page and submits
    And 王芳 ends the recording of her auxiliary phone and submits that too
    Then every file of the phones of 王芳 has arrived whole after an hour
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

  # zh: 无论年度作何安排，遵守全部规定的考生均顺利完成一场考试
  @JOUR-01 @needs.worlds @needs.clock @needs.records
  Scenario: However the season lays the exam down, a candidate who keeps every rule is not stopped
    Given 王芳 has an account and her phones
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

  # zh: 无论两部手机为何种系统，均可完成整场考试
  @JOUR-02 @when.has_aux @needs.worlds @needs.clock @needs.records
  Scenario Outline: A whole exam with answer sheets, on any pair of systems
    Given 王芳 is registered for an exam with answer sheets, <main> as her main and <aux> as her auxiliary phone
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

    Examples:
      | main               | aux              | basis |
      | an Android phone   | an Android phone | text  |
      | an iPhone          | an Android phone | text  |
      | a HarmonyOS phone  | an iPhone        | text  |

  # zh: 只用一部手机的，无论何种系统，均可完成有答题纸科目的考试
  @JOUR-02 @when.has_one_phone @needs.worlds @needs.clock @needs.records
  Scenario Outline: A whole exam with answer sheets, with one phone of any system
    Given 王芳 is registered for an exam with answer sheets, with <phone>
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 无答题纸的科目，同样可以完成整场考试
  @JOUR-03 @when.has_aux @needs.worlds @needs.clock @needs.records
  Scenario Outline: A whole exam without answer sheets, on any pair of systems
    Given 王芳 is registered for an exam without answer sheets, <main> as her main and <aux> as her auxiliary phone
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

    Examples:
      | main               | aux              | basis |
      | an Android phone   | an Android phone | text  |
      | an iPhone          | an Android phone | text  |
      | a HarmonyOS phone  | an iPhone        | text  |

  # zh: 只用一部手机的，无论何种系统，均可完成无答题纸科目的考试
  @JOUR-03 @when.has_one_phone @needs.worlds @needs.clock @needs.records
  Scenario Outline: A whole exam without answer sheets, with one phone of any system
    Given 王芳 is registered for an exam without answer sheets, with <phone>
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 模拟考试的步骤与正式考试相同
  @JOUR-04 @needs.worlds @needs.clock @needs.records
  Scenario: A mock exam goes like the formal one, from the login to the last upload
    Given 王芳 has an account and her phones before a mock exam
    When 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束

  # zh: 本年度各科目均可在公布的时间完成考试
  @JOUR-05 @needs.worlds @needs.clock @needs.records
  Scenario: Each subject of the season is sat at its own time
    When a candidate sits the exam of each subject of the season, from the login to the last upload
    Then in each subject every file of the phones has arrived whole
    And in each subject nothing was refused, and the exam went through its stages in order

  # zh: 从新手机到完成整场考试
  @JOUR-06 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: From new phones to the last upload
    Given 王芳 is registered at the school and has new phones
    When 王芳 makes an account, is identified, confirms her exam and prepares for it
    And 王芳 sits her whole exam, from the login to the last upload
    Then every file of the phones of 王芳 has arrived whole
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束
