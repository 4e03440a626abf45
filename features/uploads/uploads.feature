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

  # zh: 无论主机为何种系统，后台均继续上传
  @UPLD-01 @needs.worlds @needs.clock @needs.phones/network @needs.records
  Scenario Outline: The upload goes on in the background of any system
    Given 王芳 has submitted on <phone>
    When 王芳 puts the app in the background and half an hour passes
    Then every file of the main phone of 王芳 has arrived whole

    Examples:
      | phone             | basis |
      | an Android phone  | text  |
      | a HarmonyOS phone | text  |
      | an iPhone         | text  |

  # zh: 上传期间可同时进行其他科目的考试，上传不停
  @UPLD-01 @when.has_several_subjects @needs.clock @needs.phones/network @needs.uploads
  Scenario: The upload of a subject goes on while the next one is sat
    Given 王芳 has finished all but the submission in the first of several subjects
    And the network of the main phone of 王芳 is slow
    And 王芳 has tried to submit
    When 王芳 sits her second subject while the files of her first are on their way
    Then more of the files of 王芳 has arrived at its end than half an hour into it

  # zh: 提交后可在“查看提交状态”中看到进度
  @UPLD-02 @needs.clock @needs.phones @needs.records
  Scenario: The state of the submission can be looked up
    Given 王芳 has finished all but the submission
    And the network of the main phone of 王芳 is slow
    When 王芳 submits
    Then the submission status of 王芳 shows files under way
    And when every file has arrived, the submission status of 王芳 shows nothing left to send

  # zh: 考生查看主机上传进度，进度如实显示
  @UPLD-03 @needs.clock @needs.phones/network @needs.uploads
  Scenario: Whoever watches the main phone sees what has arrived
    Given the files of the main phone of 王芳 are on their way
    When 5 minutes pass
    Then the main phone of 王芳 shows how far each file has come
    And 5 minutes later, the main phone of 王芳 shows how far each file has come

  # zh: 未留意上传进度的，不知道上传已中断
  @UPLD-03 @needs.clock @needs.phones/network @needs.uploads
  Scenario: Whoever watches notices that nothing moves any more
    Given the files of the main phone of 王芳 are on their way
    And the main phone of 王芳 has lost its network
    When 5 minutes pass
    Then the page of the upload reminds 王芳 to send again
    And the main phone of 王芳 shows how far each file has come

  # zh: 辅机提交后立即显示上传进度
  @UPLD-04 @needs.clock @needs.phones/network @needs.uploads
  Scenario: The auxiliary phone shows its progress at once
    Given 王芳 has submitted
    And the auxiliary phone of 王芳 has stopped recording
    And the network of the auxiliary phone of 王芳 is slow
    When the auxiliary phone of 王芳 is asked to submit
    Then the auxiliary phone of 王芳 shows how far each file has come
    And 30 minutes later, the auxiliary phone of 王芳 shows how far each file has come

  # zh: 考生持续查看辅机上传进度，直至完成
  @UPLD-05 @needs.clock @needs.phones/network @needs.uploads
  Scenario: Whoever watches the auxiliary phone sees what has arrived, to the end
    Given the files of the auxiliary phone of 王芳 are on their way
    When 5 minutes pass
    Then the auxiliary phone of 王芳 shows how far each file has come
    And the upload of the auxiliary phone of 王芳 has gone on where it stood, to its end
    And the auxiliary phone of 王芳 shows how far each file has come

  # zh: 主机显示上传成功的，文件均已逐字节送达
  @UPLD-06 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario: What the main phone calls done has arrived
    Given the files of the main phone of 王芳 are on their way
    When 60 minutes pass
    Then the main phone of 王芳 shows how far each file has come
    And every file of the main phone of 王芳 has arrived byte for byte
    And the main phone of 王芳 has nothing to remind her of

  # zh: 途中出错的文件，不得显示上传成功
  @UPLD-06 @needs.clock @needs.faults @needs.files @needs.phones/network @needs.uploads
  Scenario: What was spoilt on the way is not called done before it has arrived whole
    Given the files of the main phone of 王芳 are on their way
    When the next message of the main phone arrives with a wrong byte, 王芳 uploading
    Then the main phone of 王芳 shows how far each file has come
    And the upload of the main phone of 王芳 has gone on where it stood, to its end
    And every file of the main phone of 王芳 has arrived byte for byte

  # zh: 辅机显示上传成功的，文件均已逐字节送达
  @UPLD-07 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario: What the auxiliary phone calls done has arrived
    Given the files of the auxiliary phone of 王芳 are on their way
    When 60 minutes pass
    Then the auxiliary phone of 王芳 shows how far each file has come
    And every file of the auxiliary phone of 王芳 has arrived byte for byte
    And the auxiliary phone of 王芳 has nothing to remind her of

  # zh: 辅机提交的答复丢失的，文件照常上传
  @UPLD-07 @needs.clock @needs.faults @needs.files @needs.uploads
  Scenario: What the auxiliary phone submitted arrives, even if it was not answered
    Given 王芳 has submitted
    And the auxiliary phone of 王芳 has stopped recording
    And the next message of the auxiliary phone of 王芳 loses its answer
    When the auxiliary phone of 王芳 is asked to submit
    Then every file of the auxiliary phone of 王芳 arrives in the end, byte for byte

  # zh: 上传完成前关闭主机应用，上传停止；重新打开后继续
  @UPLD-08 @needs.clock @needs.phones @needs.uploads
  Scenario Outline: A main app that is closed sends nothing until it is opened again
    Given the files of the main phone of 王芳 are on their way
    When the app of the main phone of 王芳 <ends>
    Then nothing more arrives from the main phone of 王芳
    And once the app is open again, the upload of the main phone of 王芳 goes on to its end

    Examples:
      | ends                     | basis   |
      | is closed                | text    |
      | crashes                  | reading |
      | goes down with the phone | reading |

  # zh: 辅机应用提示全部上传成功前请勿退出
  @UPLD-09 @needs.clock @needs.phones/network @needs.uploads
  Scenario: The auxiliary app says that it must not be left
    Given the files of the auxiliary phone of 王芳 are on their way
    When 2 minutes pass
    Then the auxiliary phone of 王芳 says that it must not be left yet

  # zh: 上传期间平台重新启动或辅机应用退出，已上传的内容不丢失
  @UPLD-09 @needs.clock @needs.phones @needs.uploads
  Scenario Outline: An auxiliary app that was left all the same loses nothing
    Given the files of the auxiliary phone of 王芳 are on their way
    When the app of the auxiliary phone of 王芳 <ends>
    Then once the app is open again, the upload of the auxiliary phone of 王芳 goes on to its end
    And every file of the auxiliary phone of 王芳 has arrived byte for byte

    Examples:
      | ends                     | basis   |
      | is closed                | reading |
      | crashes                  | reading |
      | goes down with the phone | reading |

  # zh: 上传完成前退出辅机应用，上传停止
  @UPLD-10 @needs.clock @needs.phones @needs.uploads
  Scenario: An auxiliary app that is closed sends nothing until it is opened again
    Given the files of the auxiliary phone of 王芳 are on their way
    When the app of the auxiliary phone of 王芳 is closed
    Then nothing more arrives from the auxiliary phone of 王芳
    And once the app is open again, the upload of the auxiliary phone of 王芳 goes on to its end

  # zh: 断网恢复后续传
  @UPLD-11 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario Outline: After a lost network the upload goes on where it stood
    Given the files of the <role> phone of 王芳 are on their way
    And the <role> phone of 王芳 has lost its network
    When the <role> phone of 王芳 gets its network back
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end
    And every file of the <role> phone of 王芳 has arrived byte for byte

    Examples:
      | role      | basis |
      | main      | text  |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis |
      | auxiliary | text  |

  # zh: 拍照倒计时截止后仍可续传同一文件
  @UPLD-11 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario Outline: After the deadline the same files may still follow
    Given the files of the <role> phone of 王芳 are on their way
    And the <role> phone of 王芳 has lost its network
    And it is <moment>
    When the <role> phone of 王芳 gets its network back
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end
    And every file of the <role> phone of 王芳 has arrived byte for byte

    Examples:
      | role      | moment                                  | basis   |
      | main      | 1 hour after the photo countdown ends   | reading |
      | main      | 24 hours after the photo countdown ends | reading |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | moment                                  | basis   |
      | auxiliary | 1 hour after the photo countdown ends   | reading |
      | auxiliary | 24 hours after the photo countdown ends | reading |

  # zh: 长时间断网、平台已清除未完成的上传的，恢复后重新上传至完成
  @UPLD-11 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario Outline: What the platform has dropped meanwhile is sent anew
    Given the files of the <role> phone of 王芳 are on their way
    And the <role> phone of 王芳 has lost its network
    And it is 72 hours after the photo countdown ends
    When the <role> phone of 王芳 gets its network back
    Then every file of the <role> phone of 王芳 arrives in the end, byte for byte

    Examples:
      | role      | basis   |
      | main      | reading |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis   |
      | auxiliary | reading |

  # zh: 提交后不得上传其他内容
  @UPLD-11 @needs.clock @needs.phones/network @needs.probes @needs.records @needs.uploads
  Scenario: Other content than was submitted is not taken
    Given the files of the main phone of 王芳 are on their way
    When 王芳 sends a file past the app that her submission did not name
    Then the file of 王芳 is refused because it was not named in the submission
    And the upload of the main phone of 王芳 has gone on where it stood, to its end

  # zh: 提交后不得以同名文件更换内容
  @UPLD-11 @needs.clock @needs.phones/network @needs.probes @needs.records @needs.uploads
  Scenario: Under the name of a file that was submitted, too, other content is not taken
    Given the files of the main phone of 王芳 are on their way
    When 王芳 sends other content past the app under the name of a file that she submitted
    Then the file of 王芳 is refused because it was not named in the submission
    And the upload of the main phone of 王芳 has gone on where it stood, to its end

  # zh: 单条请求出错，不影响上传
  @UPLD-11 @needs.clock @needs.faults @needs.files @needs.phones/network @needs.uploads
  Scenario Outline: Whatever befalls a message, every byte arrives once
    Given the files of the <role> phone of 王芳 are on their way
    When the next message of the <role> phone <mishap>, 王芳 uploading
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end
    And every file of the <role> phone of 王芳 has arrived byte for byte

    Examples:
      | role      | mishap                            | basis   |
      | main      | is not answered                   | text    |
      | main      | is sent twice                     | text    |
      | main      | is cut off                        | text    |
      | main      | arrives with a wrong byte         | text    |
      | main      | finds its file locked             | reading |
      | main      | finds the platform out of service | reading |
      | main      | finds the platform too busy       | reading |
      | main      | is asked for a new log-in         | reading |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | mishap                            | basis   |
      | auxiliary | is not answered                   | text    |
      | auxiliary | is sent twice                     | text    |
      | auxiliary | arrives with a wrong byte         | text    |
      | auxiliary | finds the platform out of service | reading |

  # zh: 先后多次出错、其间均有内容送达的，不影响上传
  @UPLD-11 @needs.clock @needs.faults @needs.files @needs.phones/network @needs.uploads
  Scenario: However many messages fail one after another, as long as others come through
    Given the files of the main phone of 王芳 are on their way
    When 5 messages of the main phone, minutes apart, are not answered, 王芳 uploading
    Then the upload of the main phone of 王芳 has gone on where it stood, to its end

  # zh: 平台重新启动后续传
  @UPLD-11 @needs.clock @needs.files @needs.phones/network @needs.platform/restart @needs.uploads
  Scenario Outline: A platform that starts anew goes on where it stood
    Given the files of the <role> phone of 王芳 are on their way
    When the platform starts anew while the <role> phone of 王芳 uploads
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end
    And every file of the <role> phone of 王芳 has arrived byte for byte

    Examples:
      | role      | basis   |
      | main      | reading |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis   |
      | auxiliary | reading |

  # zh: 上传期间切换网络
  @UPLD-12 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario Outline: The network may be switched in the midst of the upload
    Given the files of the <role> phone of 王芳 are on their way
    When the <role> phone of 王芳 is switched to another network
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end
    And every file of the <role> phone of 王芳 has arrived byte for byte

    Examples:
      | role      | basis |
      | main      | text  |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis |
      | auxiliary | text  |

  # zh: 上传中断时更换网络并继续的，全部上传
  @UPLD-13 @needs.clock @needs.phones/network @needs.uploads
  Scenario Outline: Who switches when the network is gone has everything uploaded
    Given the files of the <role> phone of 王芳 are on their way
    And the <role> phone of 王芳 has lost its network
    When the <role> phone of 王芳 is switched to another network
    Then the upload of the <role> phone of 王芳 has gone on where it stood, to its end

    Examples:
      | role      | basis |
      | main      | text  |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis |
      | auxiliary | text  |

  # zh: 上传中断后不予处理的，停留在中断处
  @UPLD-13 @needs.clock @needs.phones/network @needs.uploads
  Scenario Outline: Who leaves it at that has not
    Given the files of the <role> phone of 王芳 are on their way
    When the <role> phone of 王芳 loses its network
    Then an hour later, nothing more has arrived from the <role> phone of 王芳

    Examples:
      | role      | basis |
      | main      | text  |

    @when.has_aux
    Examples: the auxiliary phone
      | role      | basis |
      | auxiliary | text  |

  # zh: 换用其他手机不得提交
  @UPLD-14 @needs.clock @needs.phones @needs.probes @needs.records
  Scenario: Another phone of hers cannot submit the exam
    Given 王芳 has finished all but the submission
    When another phone of 王芳 submits past the app
    Then 王芳 is refused the submission because another phone sat the exam
    And 王芳 can submit

  # zh: 换用其他手机不得上传
  @UPLD-14 @needs.clock @needs.phones @needs.probes @needs.records @needs.uploads
  Scenario: Another phone of hers cannot upload what was submitted
    Given the files of the main phone of 王芳 are on their way
    When another phone of 王芳 uploads past the app
    Then the file of 王芳 is refused because another phone sat the exam
    And the upload of the main phone of 王芳 has gone on where it stood, to its end

  # zh: 在其他手机上登录后，须回到原手机完成上传
  @UPLD-14 @needs.clock @needs.files @needs.phones @needs.uploads
  Scenario: Who logged in elsewhere goes on with the phone of the exam
    Given the files of the main phone of 王芳 are on their way
    When 王芳 logs in on another phone
    Then once 王芳 has logged in on her own phone again, her upload goes on to its end
    And every file of the main phone of 王芳 has arrived byte for byte

  # zh: 主机上传失败，上传页面提示重新上传，点击后重新提交
  @UPLD-15 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario: The page of the upload reminds, and sends again
    Given the files of the main phone of 王芳 are on their way
    And nothing that the main phone of 王芳 sends has come through
    When the network of the main phone of 王芳 carries again
    Then the page of the upload reminds 王芳 to send again
    And from the page of the upload, 王芳 sends everything again to its end
    And the main phone of 王芳 has nothing to remind her of

  # zh: 主机上传失败，考试列表底部提示重新提交，点击后重新提交
  @UPLD-15 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario: The end of the list of exams reminds, and sends again
    Given the files of the main phone of 王芳 are on their way
    And nothing that the main phone of 王芳 sends has come through
    When the network of the main phone of 王芳 carries again
    Then the end of the list of exams reminds 王芳 to send again
    And from the end of the list of exams, 王芳 sends everything again to its end

  # zh: 上传正常时不提示重新上传
  @UPLD-15 @needs.clock @needs.phones/network @needs.uploads
  Scenario: Nobody is reminded of what is on its way
    Given the files of the main phone of 王芳 are on their way
    When 2 minutes pass
    Then the main phone of 王芳 has nothing to remind her of

  # zh: 辅机上传失败的提示，点击后重新提交
  @UPLD-16 @needs.clock @needs.files @needs.phones/network @needs.uploads
  Scenario: The auxiliary phone reminds, and sends again
    Given the files of the auxiliary phone of 王芳 are on their way
    And nothing that the auxiliary phone of 王芳 sends has come through
    When the network of the auxiliary phone of 王芳 carries again
    Then the auxiliary phone of 王芳 reminds her that something was not submitted
    And from the reminder, 王芳 sends everything of her auxiliary phone again to its end
    And the auxiliary phone of 王芳 has nothing to remind her of
