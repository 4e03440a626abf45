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
