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

  # zh: 操作说明和官方网站的二维码均可用于下载安装
  @PERM-02 @needs.worlds @needs.official-site @needs.phones/scan @needs.phones/camera @needs.phones/app
  Scenario Outline: Each download code leads to its app
    Given 王芳 is registered at the school and has new phones
    And the <role> phone of 王芳 does not have its app yet
    When the <role> phone of 王芳 reads the download code <where>
    Then the app of the <role> phone of 王芳 opens
    And the official site stands at the published address

    Examples:
      | role | where                | basis   |
      | main | on the official site | text    |
      | main | in the manual        | reading |

    @when.has_aux
    Examples:
      | role      | where                | basis   |
      | auxiliary | on the official site | text    |
      | auxiliary | in the manual        | reading |

  # zh: 应用来自其他渠道时的表现
  @PERM-03 @needs.worlds @needs.official-site @needs.phones/scan @needs.phones/camera @needs.phones/app
  Scenario Outline: An app from another channel
    Given 王芳 is registered at the school and has new phones
    And the app of the <role> phone of 王芳 comes from another channel
    When 王芳 opens the app of her <role> phone
    Then how that app meets its channel is one of the ways that the rule accepts
    And from the official site, the app of the <role> phone of 王芳 goes on

    Examples:
      | role | basis   |
      | main | reading |

    @when.has_aux
    Examples:
      | role      | basis   |
      | auxiliary | reading |

  # zh: 主机应用未获授权使用麦克风的，不得录制
  @PERM-04 @needs.worlds @needs.phones/permissions @needs.records
  Scenario Outline: Without the microphone the main app records nothing
    Given 王芳 has confirmed her exam on <phone>
    When 王芳 begins a practice and refuses her main app the microphone
    Then the main phone of 王芳 says that the microphone has to be allowed
    And no practice of 王芳 has begun
    And once it is allowed, the practice of 王芳 begins

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |
      | an iPhone         | reading |

  # zh: 主机应用未获授权使用麦克风的，不得录制考试
  @PERM-04 @needs.worlds @needs.clock @needs.phones/permissions @needs.records
  Scenario: Without the microphone the main app does not record the exam either
    Given 王芳 is ready for the waiting room
    When 王芳 asks for the waiting room 1 minute after the waiting room opens and refuses her main app the microphone
    Then the main phone of 王芳 says that the microphone has to be allowed
    And the main phone of 王芳 records nothing
    And once it is allowed, 王芳 is let in 2 minutes after the waiting room opens

  # zh: 辅机应用未获授权使用麦克风的，不得录制
  @PERM-04 @when.has_aux @needs.worlds @needs.phones/permissions @needs.phones/camera @needs.records
  Scenario Outline: Without the microphone the auxiliary app records nothing
    Given 王芳 has <phone> as her auxiliary phone
    When 王芳 lets her auxiliary phone record and refuses it the microphone
    Then the auxiliary phone of 王芳 says that the microphone has to be allowed
    And the auxiliary phone of 王芳 does not record
    And once it is allowed, the auxiliary phone of 王芳 records

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |
      | an iPhone         | reading |

  # zh: 系统不就扬声器询问，主机可以录制
  @PERM-05 @needs.worlds @needs.phones/permissions @needs.records
  Scenario Outline: No system asks the main app about the speaker
    Given 王芳 has confirmed her exam on <phone>
    When 王芳 begins a practice and allows all that her main app asks for
    Then 王芳 was not asked about the speaker
    And the practice of 王芳 has begun

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |
      | an iPhone         | reading |

  # zh: 系统不就扬声器询问，辅机可以录制
  @PERM-05 @when.has_aux @needs.worlds @needs.phones/permissions @needs.phones/camera @needs.records
  Scenario: No system asks the auxiliary app about the speaker
    Given 王芳 has an Android phone as her auxiliary phone
    When 王芳 lets her auxiliary phone record and allows all that it asks for
    Then 王芳 was not asked about the speaker
    And the auxiliary phone of 王芳 has begun to record

  # zh: 主机应用未获授权使用存储空间的，不得录制
  @PERM-06 @needs.worlds @needs.phones/permissions @needs.records
  Scenario Outline: Without the storage the main app records nothing
    Given 王芳 has confirmed her exam on <phone>
    When 王芳 begins a practice and refuses her main app the storage
    Then the main phone of 王芳 says that the storage has to be allowed
    And no practice of 王芳 has begun
    And once it is allowed, the practice of 王芳 begins

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |

  # zh: 辅机应用未获授权使用存储空间的，不得录制
  @PERM-06 @when.has_aux @needs.worlds @needs.phones/permissions @needs.phones/camera @needs.records
  Scenario Outline: Without the storage the auxiliary app records nothing
    Given 王芳 has <phone> as her auxiliary phone
    When 王芳 lets her auxiliary phone record and refuses it the storage
    Then the auxiliary phone of 王芳 says that the storage has to be allowed
    And the auxiliary phone of 王芳 does not record
    And once it is allowed, the auxiliary phone of 王芳 records

    Examples:
      | phone             | basis   |
      | an Android phone  | reading |
      | a HarmonyOS phone | reading |

  # zh: 主机应用未获授权使用网络的，应说明须允许的权限
  @PERM-07 @needs.worlds @needs.phones/permissions @needs.records
  Scenario: Without the network the main app says what to allow
    Given 王芳 has an iPhone as her main phone, and no account
    When 王芳 asks for a code and refuses her main app the network
    Then the main phone of 王芳 says that the network has to be allowed
    And the record of 王芳 does not have an account
    And once it is allowed, 王芳 completes the registration

  # zh: 辅机应用未获授权使用网络的，应说明须允许的权限
  @PERM-07 @when.has_aux @needs.worlds @needs.phones/permissions @needs.phones/camera @needs.records
  Scenario: Without the network the auxiliary app says what to allow
    Given 王芳 shows the code of her exam beside an iPhone as her auxiliary phone
    When 王芳 reads the code of her exam and refuses her auxiliary app the network
    Then the auxiliary phone of 王芳 says that the network has to be allowed
    And the auxiliary phone of 王芳 is not recorded with her exam
    And once all is allowed, the auxiliary phone of 王芳 joins her exam
