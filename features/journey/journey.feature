# zh: 一场完整的考试
Feature: A whole exam
  A candidate who keeps every rule gets through, from the login to the last upload.

  # zh: 遵守全部规定的考生顺利完成一场考试
  @JOUR-01 @needs.clock @needs.records
  Scenario: A candidate who keeps every rule is not stopped
    Given 王芳 has an account and two phones
    When 王芳 logs in and opens her exam
    And 王芳 pairs her auxiliary phone and lets it record 5 minutes before the waiting room opens
    And 王芳 enters the waiting room the instant the waiting is half over and passes the face check
    And 王芳 writes until the exam ends and shows her sheets until the display ends
    And 王芳 photographs every page and submits
    And 王芳 ends the recording of her auxiliary phone and submits that too
    Then every file of both phones of 王芳 has arrived whole after an hour
    And nothing was refused to 王芳, and her exam went through its stages in order
    And the exam of 王芳 is listed as 已结束
