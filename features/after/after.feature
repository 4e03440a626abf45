# zh: 考后
Feature: After the exam
  What the phones hold is kept until it has arrived, and the apps for as long as the notice says.

  # zh: 上传完成前清理手机或卸载应用，文件无法送达
  @AFTR-01 @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: What is taken away before it has arrived never arrives
    Given 王芳 has submitted, and the files of her <role> phone are under way
    When the <role> phone of 王芳 <loss>
    Then files of the <role> phone of 王芳 never arrive
    And 王芳 stays recorded as having submitted once

    Examples:
      | role | loss          | basis |
      | main | is cleaned    | text  |
      | main | loses its app | text  |

    @when.has_aux
    Examples:
      | role      | loss          | basis |
      | auxiliary | is cleaned    | text  |
      | auxiliary | loses its app | text  |

  # zh: 清理其中一部手机，不影响另一部手机的文件
  @AFTR-01 @when.has_aux @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: Cleaning one phone takes nothing from the other
    Given 王芳 has submitted, and the files of her main phone are under way
    When the auxiliary phone of 王芳 is cleaned
    Then every file of the main phone of 王芳 arrives

  # zh: 全部上传后清理手机，已送达的文件不受影响
  @AFTR-01 @when.has_aux @when.has_keeping_of_apps @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: What has arrived is not lost to a cleaner
    Given 王芳 has submitted on <phone>, and the files of both phones have arrived
    When the <role> phone of 王芳 <loss>
    Then every file of the <role> phone of 王芳 arrives
    And the reviewer is shown no missing files of 王芳 1 second after the apps have been kept long enough

    Examples:
      | phone            | role      | loss          | basis |
      | an Android phone | main      | is cleaned    | text  |
      | an Android phone | auxiliary | is cleaned    | text  |
      | an iPhone        | main      | loses its app | text  |

  # zh: 应用保留期满仍未送达的，审核台提示文件缺失
  @AFTR-01 @when.has_keeping_of_apps @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records @needs.reviews
  Scenario Outline: The reviewer is shown what is missing once it cannot come any more
    Given 王芳 has submitted, and the files of her <role> phone are under way
    When the <role> phone of 王芳 is cleaned
    Then the reviewer is shown no missing files of 王芳 1 second before the apps have been kept long enough
    And the reviewer is shown no missing files of 王芳 the instant the apps have been kept long enough
    And the reviewer is shown missing files of 王芳 1 ms after the apps have been kept long enough

    Examples:
      | role | basis   |
      | main | reading |

    @when.has_aux
    Examples:
      | role      | basis   |
      | auxiliary | reading |

  # zh: 提交后，主机应用提示请勿清理、请勿卸载
  @AFTR-01 @AFTR-02 @when.has_sheet @needs.worlds @needs.phones
  Scenario: Having submitted, the main app asks to be kept
    Given 王芳 has photographed every page of her sheets
    When 王芳 submits
    Then the main phone of 王芳 asks that it be not cleaned and its app be kept

  # zh: 提交时，辅机应用提示请勿清理、请勿卸载
  @AFTR-01 @AFTR-02 @when.has_aux @when.has_sheet @needs.worlds @needs.phones
  Scenario: On submitting, the auxiliary app asks to be kept
    Given 王芳 has submitted
    And the auxiliary phone of 王芳 has stopped recording
    When the auxiliary phone of 王芳 is asked to submit
    Then the auxiliary phone of 王芳 asks that it be not cleaned and its app be kept

  # zh: 应用保留期内不得卸载，期满时刻仍在期内
  @AFTR-02 @when.has_aux @when.has_sheet @needs.worlds @needs.clock @needs.phones/app @needs.records
  Scenario Outline: The last instant still belongs to the time for which an app is kept
    Given 王芳 has submitted on <phone>, and the files of both phones have arrived
    And the <role> phone of 王芳 has lost its app <moment>
    When the keeping of the app of the <role> phone of 王芳 is looked up
    Then its keeping of the app <grade>
    And the phone itself tells so

    Examples:
      | phone             | role      | moment                                              | grade                     | basis   |
      | an Android phone  | main      | 1 second before the apps have been kept long enough | rules the phone out       | reading |
      | an Android phone  | main      | the instant the apps have been kept long enough     | rules the phone out       | reading |
      | an Android phone  | main      | 1 second after the apps have been kept long enough  | is as the notice wants it | reading |
      | an Android phone  | auxiliary | 1 second before the apps have been kept long enough | rules the phone out       | reading |
      | an Android phone  | auxiliary | the instant the apps have been kept long enough     | rules the phone out       | reading |
      | an Android phone  | auxiliary | 1 second after the apps have been kept long enough  | is as the notice wants it | reading |
      | a HarmonyOS phone | main      | 1 second before the apps have been kept long enough | rules the phone out       | reading |
      | a HarmonyOS phone | main      | the instant the apps have been kept long enough     | rules the phone out       | reading |
      | a HarmonyOS phone | main      | 1 second after the apps have been kept long enough  | is as the notice wants it | reading |
      | an iPhone         | main      | 1 second before the apps have been kept long enough | rules the phone out       | reading |
      | an iPhone         | main      | the instant the apps have been kept long enough     | rules the phone out       | reading |
      | an iPhone         | main      | 1 second after the apps have been kept long enough  | is as the notice wants it | reading |

  # zh: 期满时仍未上传完成的，应用应继续保留
  @AFTR-02 @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: An upload that is unfinished keeps the app longer
    Given 王芳 has submitted, and the files of her <role> phone are under way
    And the <role> phone of 王芳 has no network from then on
    And the <role> phone of 王芳 has lost its app 1 second after the apps have been kept long enough
    When the keeping of the app of the <role> phone of 王芳 is looked up
    Then its keeping of the app rules the phone out

    Examples:
      | role | basis   |
      | main | reading |

    @when.has_aux
    Examples:
      | role      | basis   |
      | auxiliary | reading |

  # zh: 期满后仍保留应用的，符合须知
  @AFTR-02 @when.has_aux @when.has_sheet @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario Outline: Who keeps an app longer than asked keeps the rule
    Given 王芳 has submitted on <phone>, and the files of both phones have arrived
    And it is 1 second after the apps have been kept long enough
    When the keeping of the app of the main phone of 王芳 is looked up
    Then its keeping of the app is as the notice wants it

    Examples:
      | phone            | basis |
      | an Android phone | text  |
      | an iPhone        | text  |
