# zh: 进程崩溃
Feature: Crashes
  # zh: 进程崩溃
  @TINY-01
  Scenario: The worker crashes
    Given the world is there
    When the process is killed
    Then all is well

  # zh: 其他场景不受影响
  @TINY-02
  Scenario: Another goes on
    Given the world is there
    Then all is well
