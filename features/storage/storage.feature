# zh: 存储空间
Feature: Storage
  Both phones need room for what they record; what was recorded is never lost for want of it.

  # zh: 两部手机的剩余存储空间均须达到要求
  @STOR-01 @needs.worlds @needs.phones/storage
  Scenario Outline: Each phone needs as much free storage as the notice demands
    Given 王芳 has an account and her phones
    And the <role> phone of 王芳 has <free> free
    When the <role> phone of 王芳 is looked over
    Then its storage <grade>

    Examples:
      | role      | free                                       | grade               | basis   |
      | main      | one byte less than the notice demands      | rules the phone out | reading |
      | main      | as much as the notice demands              | is advised against  | reading |
      | main      | one byte more than the notice demands      | is advised against  | reading |
      | main      | half as much again as the notice demands   | is as the notice wants it | text |
      | main      | half as much as the notice demands         | rules the phone out | text    |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | free                                       | grade               | basis   |
      | auxiliary | one byte less than the notice demands      | rules the phone out | reading |
      | auxiliary | as much as the notice demands              | is advised against  | reading |
      | auxiliary | half as much again as the notice demands   | is as the notice wants it | text |

  # zh: 主机存储空间耗尽时给出提示，考试继续
  @STOR-02 @needs.clock @needs.phones/storage @needs.records
  Scenario: A main phone whose storage fills up says so, and the exam goes on
    Given 王芳 is answering
    When the storage of the main phone of 王芳 fills up
    Then the main phone of 王芳 says that its storage is full
    And 王芳 goes on with her exam

  # zh: 主机存储空间耗尽前录制的内容不丢失
  @STOR-02 @needs.clock @needs.phones/storage @needs.records
  Scenario: Nothing that the main phone has recorded is lost when its storage fills up
    Given 王芳 is answering
    And the storage of the main phone of 王芳 has filled up, and she has made room again
    When 王芳 writes until the exam ends and shows her sheets until the display ends
    Then the main phone of 王芳 still has all that it recorded
    And the main phone of 王芳 has gone on recording
    And with every page photographed, 王芳 can submit
    And half an hour later, every file of the main phone of 王芳 has arrived whole

  # zh: 辅机存储空间耗尽时给出提示，腾出空间后可以继续录制
  @STOR-02 @when.has_aux @when.has_repair_on_aux @needs.clock @needs.phones/storage @needs.records
  Scenario: An auxiliary phone whose storage fills up says so, and goes on once there is room
    Given 王芳 is answering
    When the storage of the auxiliary phone of 王芳 fills up
    Then the auxiliary phone of 王芳 says that its storage is full
    And the auxiliary phone of 王芳 still has all that it recorded
    And once there is room, the auxiliary phone of 王芳 goes on recording

  # zh: 存储空间不足时不得开始录制
  @STOR-02 @when.has_aux @needs.clock @needs.phones/storage @needs.records
  Scenario: An auxiliary phone without room does not pretend to record
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 has read her code
    And the auxiliary phone of 王芳 has nothing free
    When 王芳 lets her auxiliary phone record
    Then the auxiliary phone of 王芳 says that its storage is full
    And the auxiliary phone of 王芳 is not recorded as recording
    And once there is room, the auxiliary phone of 王芳 begins to record

  # zh: 模拟考试的数据占用手机存储空间
  @STOR-03 @needs.worlds @needs.clock @needs.phones/storage
  Scenario: What a mock exam records takes up storage on the phones
    Given 王芳 is in the waiting room of a mock exam
    When it is the instant the exam ends
    Then the phones of 王芳 have less free storage than before

  # zh: 考前练习的数据占用手机存储空间
  @STOR-03 @needs.clock @needs.phones/storage
  Scenario: What practice records takes up storage on the main phone
    Given 王芳 has confirmed her exam
    When 王芳 practises 2 times for two hours each
    Then the main phone of 王芳 has less free storage than before

  # zh: 剩余空间达到要求的手机可以录满全场
  @STOR-04 @needs.clock @needs.phones/storage @needs.records
  Scenario Outline: With as much room as the notice demands no recording is interrupted
    Given 王芳 is answering
    And the <role> phone of 王芳 has <free> free
    When it is the instant the exam ends
    Then the recording of the <role> phone of 王芳 has no gap

    Examples:
      | role | free                                     | basis |
      | main | as much as the notice demands            | text  |
      | main | half as much again as the notice demands | text  |

    @when.has_aux
    Examples:
      | role      | free                          | basis |
      | auxiliary | as much as the notice demands | text  |

  # zh: 存储空间耗尽，已录制的内容不丢失
  @STOR-04 @needs.clock @needs.phones/storage @needs.records
  Scenario Outline: What was recorded before the storage ran out stays
    Given 王芳 is answering
    When the storage of the <role> phone of 王芳 fills up
    Then the <role> phone of 王芳 still has all that it recorded

    Examples:
      | role | basis |
      | main | text  |

    @when.has_aux
    Examples:
      | role      | basis |
      | auxiliary | text  |

  # zh: 正式考试前清理练习数据，空间恢复，考试信息不受影响
  @STOR-05 @needs.clock @needs.phones/storage
  Scenario: Clearing practice away gives the room back and takes nothing of the exam
    Given 王芳 has confirmed her exam
    And 王芳 has practised 2 times for two hours each
    When the main phone of 王芳 is cleaned
    Then the main phone of 王芳 has as much free storage as before
    And 王芳 finds her exam as it was

  # zh: 开考前清理，不影响正式考试
  @STOR-05 @needs.clock @needs.phones/storage @needs.records
  Scenario Outline: Cleaning just before the start costs nothing of the formal exam
    Given 王芳 is in the waiting room
    And it is <moment>
    When the <role> phone of 王芳 is cleaned
    Then 王芳 sees the question the instant the exam starts
    And the recording of the <role> phone of 王芳 has no gap

    Examples:
      | role | moment                           | basis   |
      | main | 1 second before the exam starts  | reading |
      | main | 5 minutes before the exam starts | text    |

    @when.has_aux
    Examples:
      | role      | moment                          | basis   |
      | auxiliary | 1 second before the exam starts | reading |
