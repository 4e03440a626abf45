# zh: 测试环境故障
Feature: Parts of the lab are lost
  # zh: 测试环境的一部分丢失
  @TINY-01
  Scenario Outline: A part is lost
    Given the phone shows its screen
    When <part> is lost
    Then the phone still shows it

    Examples:
      | part           |
      | Appium         |
      | the adb server |
      | the cable      |
      | the phone      |
      | the target     |

  # zh: 其他场景
  @TINY-02 @TINY-03 @TINY-04 @TINY-05 @TINY-06 @TINY-07
  Scenario: Another goes on
    Given the phone shows its screen
    Then the phone still shows it
