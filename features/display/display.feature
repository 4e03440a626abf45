# zh: 定格展示
Feature: The display
  When the exam ends, the sheets are shown to the main phone.

  # zh: 考试结束后展示答卷三十秒，随后进入拍照
  @DISP-01 @needs.clock @needs.records
  Scenario: The sheets are displayed for the time that the notice gives
    Given 王芳 is answering
    When it is the instant the exam ends
    Then 王芳 is asked to show her sheets
    And 王芳 is still asked to show her sheets 1 ms before the display ends
    And 王芳 may photograph her sheets the instant the display ends
    And the exam of 王芳 is recorded as displayed the instant the exam ends

  # zh: 展示期间手机时间有误，展示时间不变
  @DISP-01 @needs.clock @needs.phones
  Scenario Outline: A wrong phone clock neither shortens nor stretches the display
    Given 王芳 is showing her sheets
    And the clock of the main phone of 王芳 is <wrong>
    When it is 1 ms before the display ends
    Then 王芳 is still asked to show her sheets
    And 王芳 may photograph her sheets the instant the display ends

    Examples:
      | wrong        | basis   |
      | an hour fast         | reading |
      | an hour slow         | reading |
      | running 2 % too fast | reading |

  # zh: 展示期间应用崩溃后重新打开，展示不重新计时
  @DISP-01 @needs.clock @needs.phones/app
  Scenario: Losing the app does not begin the display anew
    Given 王芳 is showing her sheets
    And it is 10 seconds before the display ends
    And the app on the main phone of 王芳 has crashed and been opened again
    When it is 1 ms before the display ends
    Then 王芳 is still asked to show her sheets
    And 王芳 may photograph her sheets the instant the display ends

  # zh: 考试结束时断网的，展示照常开始和结束
  @DISP-01 @needs.clock @needs.phones/network
  Scenario: Without a network the display begins and ends in its time all the same
    Given 王芳 is answering
    And it is 10 seconds before the exam ends
    And the main phone of 王芳 has lost its network
    When it is the instant the exam ends
    Then 王芳 is asked to show her sheets
    And 王芳 may photograph her sheets the instant the display ends

  # zh: 考生手持答题纸展示，主机录像可见
  @DISP-02 @DISP-03 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario: The film shows the sheets that were held before the main phone
    Given 王芳 is answering
    When 王芳 shows every page in order
    Then the film of 王芳 shows what she photographed, in order and long enough

  # zh: 答题期间中断过的，主机录像同样可见所展示的答题纸
  @DISP-02 @when.has_interruptions @needs.clock @needs.files @needs.phones/app @needs.phones/camera @needs.records
  Scenario: Who was interrupted while answering is seen with her sheets all the same
    Given 王芳 is answering
    And the main phone of 王芳 has lost its app for a while
    When 王芳 shows every page in order
    Then the film of 王芳 shows what she photographed, in order and long enough

  # zh: 未展示答题纸的，主机录像中没有答题纸
  @DISP-02 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario: The film of a candidate who holds up nothing shows nothing
    Given 王芳 is answering
    When 王芳 shows nothing
    Then the film of 王芳 does not show what she photographed, in order and long enough

  # zh: 未按页序展示的，可由录像得知
  @DISP-03 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario Outline: What is shown otherwise than in order is seen in the film
    Given 王芳 is answering
    When 王芳 shows <showing>
    Then the film of 王芳 does not show what she photographed, in order and long enough

    Examples:
      | showing                              | basis   |
      | the pages from the last to the first | text    |
      | all pages but the last               | text    |
      | the first page once more at the end  | reading |

  # zh: 每页停留时间符合规定
  @DISP-04 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario Outline: A page is held for two to three seconds
    Given 王芳 is answering
    When 王芳 holds each page for <dwell>
    Then the film of 王芳 shows what she photographed, in order and long enough

    Examples:
      | dwell   | basis   |
      | 2000 ms | reading |
      | 2500 ms | text    |
      | 3000 ms | reading |

  # zh: 每页停留时间过短或过长
  @DISP-04 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario Outline: A page that is held for less or for longer is remarked on
    Given 王芳 is answering
    When 王芳 holds each page for <dwell>
    Then the film of 王芳 does not show what she photographed, in order and long enough

    Examples:
      | dwell   | basis   |
      | 1900 ms | text    |
      | 3100 ms | reading |
