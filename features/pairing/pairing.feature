# zh: 辅机扫码配对
Feature: Pairing the auxiliary phone
  The main phone shows a code, the auxiliary phone reads it, and from then on both record the same exam.

  # zh: 一个二维码最多供三部手机扫描
  @PAIR-01 @needs.phones @needs.records
  Scenario Outline: A code admits as many phones as the notice says
    Given 王芳 shows the code of her exam
    When <phones> read the code of 王芳 one after another
    Then <outcome>

    Examples:
      | phones                                  | outcome                                                                  | basis |
      | as many phones as a code admits         | all of them are admitted to the exam of 王芳                                | text  |
      | one phone more than a code admits       | only the last of them is turned away from the exam of 王芳 as its code is full | text  |

    @when.has_several_phones_per_code
    Examples: where a code admits several
      | phones                                  | outcome                                                                  | basis |
      | one phone fewer than a code admits      | all of them are admitted to the exam of 王芳                                | text  |

  # zh: 未能加入考试的手机不占用名额
  @PAIR-01 @needs.candidates @needs.phones @needs.records
  Scenario: A phone that was turned away takes no place
    Given 王芳 shows the code of her exam
    And 李静 shows the code of her exam
    And the auxiliary phone of 李静 has been given the exam code of another candidate and her account by hand
    When as many phones as a code admits read the code of 王芳 one after another
    Then all of them are admitted to the exam of 王芳

  # zh: 绕过应用直接请求，二维码的台数限制同样有效
  @PAIR-01 @needs.phones @needs.probes @needs.records
  Scenario Outline: The limit on phones holds past the app
    Given 王芳 shows the code of her exam
    When <phones> ask past the app to join the exam of 王芳 one after another
    Then <outcome>

    Examples:
      | phones                                  | outcome                                                                  | basis |
      | as many phones as a code admits         | all of them are admitted to the exam of 王芳                                | text  |
      | one phone more than a code admits       | only the last of them is turned away from the exam of 王芳 as its code is full | text  |

    @when.has_several_phones_per_code
    Examples: where a code admits several
      | phones                                  | outcome                                                                  | basis |
      | one phone fewer than a code admits      | all of them are admitted to the exam of 王芳                                | text  |

  # zh: 同一部手机重复扫码不占用新的名额
  @PAIR-02 @needs.phones @needs.records
  Scenario Outline: Reading the code again takes no place from another phone
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 has read her code
    And the auxiliary phone of 王芳 has read her code <again>
    When one phone more than a code admits read the code of 王芳 one after another
    Then only the last of them is turned away from the exam of 王芳 as its code is full

    Examples:
      | again                                      | basis   |
      | as many times more as a code admits phones | reading |
      | once more after its app was closed         | reading |

  # zh: 同一部手机同时多次请求只占用一个名额
  @PAIR-02 @needs.phones @needs.probes/together @needs.records
  Scenario: One phone that asks several times at once takes one place
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 has asked past the app to join her exam 8 times at once
    When one phone more than a code admits read the code of 王芳 one after another
    Then only the last of them is turned away from the exam of 王芳 as its code is full

  # zh: 名额用尽后，已加入的手机仍可重新扫码
  @PAIR-02 @needs.phones @needs.records
  Scenario: A phone that has joined comes back even when the code is full
    Given 王芳 shows the code of her exam
    And as many phones as a code admits have read the code of 王芳
    When the auxiliary phone of 王芳 reads her code
    Then the auxiliary phone of 王芳 shows the details of 王芳 and her exam
    And one further phone is turned away from the exam of 王芳 as the code is full

  # zh: 录制中断后，重新扫码可以返回录制
  @PAIR-02 @when.has_repair_on_aux @needs.phones/app @needs.records
  Scenario Outline: Who reads the code again after an accident is back in her recording
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 records the exam of 王芳
    And <accident> has broken off the auxiliary recording of 王芳
    When the auxiliary phone of 王芳 reads her code
    Then the auxiliary phone of 王芳 is recorded as recording again
    And the auxiliary phone of 王芳 is still recording

    Examples:
      | accident               | basis |
      | a touch of 完成录制     | text  |
      | a crash of its app     | text  |

  # zh: 仅剩一个名额时多部手机同时扫码，只接受其中一部
  @PAIR-03 @needs.phones @needs.probes @needs.records
  Scenario Outline: Of phones that ask for the last place at once, one gets it
    Given 王芳 shows the code of her exam
    And one phone fewer than a code admits have read the code of 王芳
    When <phones> ask past the app to join the exam of 王芳 at once
    Then only one of them is admitted to the exam of 王芳 and the others are turned away as its code is full

    Examples:
      | phones         | basis |
      | 2 more phones  | text  |
      | 8 more phones  | text  |

  # zh: 辅机录制的不是本科目时，主机不得进入本科目候考
  @PAIR-04 @needs.clock @needs.records
  Scenario: A phone that records another subject does not open this one
    Given 王芳 is examined in more than one subject
    And the auxiliary phone of 王芳 records her exam in her second subject
    When 王芳 asks for the waiting room of her first subject 1 minute after the waiting room opens
    Then 王芳 is refused the waiting room because no auxiliary phone is recording
    And with the auxiliary phone recording her exam in her first subject, 王芳 is let in

  # zh: 各科目的二维码分别计算台数
  @PAIR-04 @needs.phones @needs.records
  Scenario: The phones of one subject take no place in another
    Given 王芳 is examined in more than one subject
    And as many phones as a code admits have read the code of 王芳
    When the auxiliary phone of 王芳 reads her code of her second subject
    Then the auxiliary phone of 王芳 is admitted

  # zh: 各科目的二维码互不相同
  @PAIR-04
  Scenario: No two subjects share a code
    Given 王芳 is examined in more than one subject
    When 王芳 shows the code of her first subject and then that of her second subject
    Then no two of the codes and exam codes that were shown are alike

  # zh: 对一个科目的确认不代替对另一科目的确认
  @PAIR-04 @needs.records
  Scenario: To have confirmed one subject is not to have confirmed another
    Given 王芳 is examined in more than one subject
    And the auxiliary phone of 王芳 records her exam in her second subject
    And the auxiliary phone of 王芳 has read her code of her first subject
    When 王芳 goes on to record without confirming the details
    Then the auxiliary phone of 王芳 still asks to confirm the details
    And once 王芳 has confirmed the details, her auxiliary phone is ready to record

  # zh: 扫描他人二维码的手机归入该他人的考试
  @PAIR-05 @needs.candidates @needs.records
  Scenario: A phone joins the exam whose code it has read, whoever owns the phone
    Given 王芳 shows the code of her exam
    And 李静 shows the code of her exam
    When the auxiliary phone of 李静 reads the code of 王芳
    Then the auxiliary phone of 李静 shows the details of 王芳 and her exam
    And the record puts the auxiliary phone of 李静 with the exam of 王芳 alone

  # zh: 为他人录制的手机不能使本人进入候考
  @PAIR-05 @needs.candidates @needs.clock @needs.records
  Scenario: A phone that records for another candidate does not let its owner in
    Given 王芳 shows the code of her exam
    And 李静 shows the code of her exam
    And the auxiliary phone of 李静 records the exam of 王芳
    When 李静 asks for the waiting room 1 minute after the waiting room opens
    Then 李静 is refused the waiting room because no auxiliary phone is recording
    And with the auxiliary phone recording her exam, 李静 is let in

  # zh: 二维码外泄致名额用尽，记录可查明占用名额的手机
  @PAIR-06 @needs.phones @needs.records
  Scenario: Strangers can use up a leaked code, and the record names their phones
    Given 王芳 shows the code of her exam
    And the code of 王芳 has leaked to as many strangers as a code admits phones
    When the auxiliary phone of 王芳 reads her code
    Then the auxiliary phone of 王芳 is turned away as the code is full
    And the record names each stranger's phone with the exam of 王芳

  # zh: 填写考试码和主机位账号与扫码效果相同
  @PAIR-07 @needs.records
  Scenario: The exam code and the main account do the same as the picture
    Given 王芳 shows the code of her exam
    When the auxiliary phone of 王芳 is given her exam code and her account by hand
    Then the auxiliary phone of 王芳 shows the details of 王芳 and her exam
    And the record puts the auxiliary phone of 王芳 with the exam of 王芳 alone

  # zh: 考试码与主机位账号须相互对应
  @PAIR-07 @needs.candidates @needs.records
  Scenario Outline: By hand, the exam code and the account have to belong together
    Given 王芳 shows the code of her exam
    And 李静 shows the code of her exam
    When the auxiliary phone of 王芳 is given <what> by hand
    Then the auxiliary phone of 王芳 is turned away as the code and the account do not fit
    And given her exam code and her account by hand, the auxiliary phone of 王芳 is admitted

    Examples:
      | what                                               | basis |
      | her exam code and the account of another candidate | text  |
      | the exam code of another candidate and her account | text  |
      | an exam code of nobody and her account             | text  |
      | her exam code and an account of nobody             | text  |

  # zh: 手动填写后进入考试码所属科目的考试
  @PAIR-07 @when.has_several_subjects @needs.records
  Scenario: By hand, too, the phone comes into the subject whose code was typed
    Given 王芳 is examined in more than one subject
    And 王芳 has opened the code of her second subject
    When the auxiliary phone of 王芳 is given her exam code and her account by hand
    Then the record puts the auxiliary phone of 王芳 with her second subject alone

  # zh: 手动填写同样计入台数限制
  @PAIR-07 @needs.phones @needs.records
  Scenario: Typing the code by hand is no way around the limit
    Given 王芳 shows the code of her exam
    And the code of 王芳 has leaked to as many strangers as a code admits phones
    When the auxiliary phone of 王芳 is given her exam code and her account by hand
    Then the auxiliary phone of 王芳 is turned away as the code is full
    And the record names each stranger's phone with the exam of 王芳

  # zh: 一场考试只有一个二维码，重新打开不变
  @PAIR-08 @needs.clock
  Scenario Outline: An exam keeps its one code
    Given 王芳 shows the code of her exam
    When 王芳 <comes back> and shows the code again
    Then the code and the exam code of 王芳 are those of before

    Examples:
      | comes back                         | basis |
      | leaves the code and returns        | text  |
      | leaves the exam page and returns   | text  |
      | closes the app and opens it again  | text  |
      | lets 10 minutes pass               | text  |

  # zh: 数日之后二维码仍不变
  @PAIR-08 @needs.worlds @needs.clock @needs.phones @needs.records
  Scenario: An exam keeps its code over the days
    Given 王芳 has confirmed her exam in the app
    And 王芳 has prepared everything
    And 王芳 has shown the code of her exam
    When 王芳 shows the code again 1 hour before the waiting room opens
    Then the code and the exam code of 王芳 are those of before

  # zh: 各考生的二维码互不相同
  @PAIR-08 @needs.candidates
  Scenario: No two candidates share a code
    Given 王芳 has confirmed her exam
    And 李静 shows the code of her exam
    When 王芳 opens the code of her exam
    Then no two of the codes and exam codes that were shown are alike

  # zh: 考试结束后二维码不再接受扫描
  @PAIR-08 @needs.phones @needs.clock @needs.records
  Scenario: The code of an exam that is over admits nobody
    Given 王芳 shows the code of her exam
    And one phone fewer than a code admits have read the code of 王芳
    When one more phone reads a picture of the code of 王芳 1 minute after the photo countdown ends
    Then that phone is turned away from the exam of 王芳 as the code is closed
    And the earlier phones stay recorded with the exam of 王芳

  # zh: 提交答卷后，二维码同样失效
  @PAIR-08 @needs.phones @needs.clock @needs.probes/pair @needs.records
  Scenario: The code of an exam that was submitted admits nobody any more
    Given 王芳 has submitted
    When one further phone asks past the app to join the exam of 王芳
    Then that phone is turned away from the exam of 王芳 as the code is closed

  # zh: 扫码后显示考生信息、考试信息、录制提醒
  @PAIR-09 @needs.records
  Scenario: After the code is read, the page to confirm names the candidate and the exam
    Given 王芳 shows the code of her exam
    When the auxiliary phone of 王芳 reads her code
    Then the auxiliary phone of 王芳 shows the blocks 考生信息, 考试信息 and 录制提醒
    And the auxiliary phone of 王芳 shows the details of 王芳 and her exam

  # zh: 先后扫描两个科目的，显示后扫描科目的信息
  @PAIR-09 @when.has_several_subjects @needs.records
  Scenario: The page to confirm names the exam whose code was read last
    Given 王芳 is examined in more than one subject
    And the auxiliary phone of 王芳 records her exam in her second subject
    When the auxiliary phone of 王芳 reads her code of her first subject
    Then the auxiliary phone of 王芳 shows the details of 王芳 and her exam

  # zh: 未勾选确认不得进入录制
  @PAIR-09 @needs.records
  Scenario: Recording waits for the candidate's confirmation
    Given 王芳 shows the code of her exam
    And the auxiliary phone of 王芳 has read her code
    When 王芳 goes on to record without confirming the details
    Then the auxiliary phone of 王芳 still asks to confirm the details
    And once 王芳 has confirmed the details, her auxiliary phone is ready to record

  # zh: 扫码失败时给出提示，调整后可再次扫描
  @PAIR-10 @needs.phones/camera @needs.records
  Scenario Outline: A code that cannot be read leads to advice, and adjusting helps
    Given 王芳 shows the code of her exam
    When the auxiliary phone of 王芳 looks at her code <badly>
    Then the auxiliary phone of 王芳 asks to adjust and admits nothing
    And held as it should be, the auxiliary phone of 王芳 is admitted

    Examples:
      | badly                    | basis |
      | from too far away        | text  |
      | in the dark              | text  |
      | out of focus             | text  |
      | from the side            | text  |
      | and sees the desk instead| text  |

  # zh: 候考开放前，考试页面最下方即可打开二维码
  @PAIR-11 @needs.clock
  Scenario: The exam page offers the code at its very bottom before the waiting room opens
    Given 王芳 has confirmed her exam
    When 王芳 opens the page of her exam 1 minute before the waiting room opens
    Then the way to the code is the lowest entry on the page of 王芳
    And 王芳 can show the code of her exam
