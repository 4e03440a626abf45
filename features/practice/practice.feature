# zh: 考前练习
Feature: Practice
  Rehearsing alone, as often and as long as the candidate likes.

  # zh: 考前练习不限时间，不限次数，无须提交
  @PRAC-01 @needs.clock @needs.records
  Scenario: Practice is as long and as often as the candidate likes, and nothing is submitted
    Given 王芳 has confirmed her exam
    When 王芳 practises 3 times for two hours each
    Then the record of 王芳 has 3 practices and nothing submitted
