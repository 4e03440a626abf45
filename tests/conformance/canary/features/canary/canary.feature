# zh: 遮盖
Feature: Canaries
  What people's data and secrets come to, wherever a scenario may say them.

  # zh: 屏幕与记录所显示的内容
  @TINY-01
  Scenario: What the screens and the record show
    Given two candidates with canaries
    Then their screens are told

  # zh: 检查结果所述的内容
  @TINY-02
  Scenario: What a check says
    Given two candidates with canaries
    Then everything is told

  # zh: 驱动出错时所述的内容
  @TINY-03
  Scenario: What a driver says
    Given two candidates with canaries
    When a driver tells everything
    Then their screens are told

  # zh: 工具出错时所述的内容
  @TINY-04
  Scenario: What the kit says
    Given two candidates with canaries
    When the kit tells everything
    Then their screens are told

  # zh: 测试台应答中的内容
  @TINY-05
  Scenario: What the bench says
    Given two candidates with canaries
    When the bench refuses with a canary
    Then their screens are told

  # zh: 进程终止时所述的内容
  @TINY-06
  Scenario: What a state says
    Given everything is out of reach
    Then their screens are told
