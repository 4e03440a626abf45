# zh: 技术咨询
Feature: The support desk
  It is reached by the published ways, answers in its hours, and answers what it is for.

  # zh: 以公布的各种方式均可咨询
  @SUPP-01 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: Each published way leads to the support desk
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk <way> about the use of the app 1 hour after the support desk opens
    Then 王芳 is answered by the support desk itself

    Examples:
      | way                                | basis |
      | by QQ                              | text  |
      | by the WeChat account and its menu | text  |
      | by telephone                       | text  |

  # zh: 服务时间内的咨询即时答复
  @SUPP-02 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: Within its hours the support desk answers at once
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk by QQ about the use of the app <moment>
    Then 王芳 is answered at once

    Examples:
      | moment                                  | basis   |
      | the instant the support desk opens      | reading |
      | 1 minute after the support desk opens   | text    |
      | 1 minute before the support desk closes | text    |
      | 1 ms before the support desk closes     | reading |

  # zh: 各种咨询方式的服务时间相同
  @SUPP-02 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: By each of its ways the support desk keeps its hours
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk <way> about the use of the app 1 minute before the support desk closes
    Then 王芳 is answered at once

    Examples:
      | way                                | basis |
      | by QQ                              | text  |
      | by the WeChat account and its menu | text  |
      | by telephone                       | text  |

  # zh: 每天均提供服务
  @SUPP-02 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: The support desk answers on every day of the week
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk by QQ about the use of the app <moment>
    Then 王芳 is answered at once

    Examples:
      | moment                               | basis |
      | 24 hours after the support desk opens  | text  |
      | 48 hours after the support desk opens  | text  |
      | 72 hours after the support desk opens  | text  |
      | 96 hours after the support desk opens  | text  |
      | 120 hours after the support desk opens | text  |
      | 144 hours after the support desk opens | text  |

  # zh: 服务时间开始前的咨询，于当日开始服务时答复
  @SUPP-02 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: What comes at night is answered when the support desk opens that day
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk by QQ about the use of the app <moment>
    Then 王芳 has no answer yet
    And 王芳 has no answer yet 1 ms before the support desk opens
    And 王芳 is answered the instant the support desk opens

    Examples:
      | moment                                  | basis   |
      | 8 hours before the support desk opens   | reading |
      | 1 minute before the support desk opens  | text    |
      | 1 ms before the support desk opens      | reading |

  # zh: 服务时间结束后的咨询不即时答复
  @SUPP-02 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: After its hours the support desk does not answer at once
    Given 王芳 is registered at the school and has new phones
    And 李静 is registered at the school and has new phones
    And 李静 has asked the support desk by QQ about the use of the app 1 minute before the support desk closes
    When 王芳 asks the support desk by QQ about the use of the app <moment>
    Then 王芳 has no answer yet
    And 李静 is answered at once

    Examples:
      | moment                                 | basis   |
      | the instant the support desk closes    | reading |
      | 1 minute after the support desk closes | text    |

  # zh: 技术咨询仅解答应用的操作与技术问题
  @SUPP-03 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: What is not about the apps is for the school to answer
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk by telephone about <topic> 1 hour after the support desk opens
    Then 王芳 is told to ask the school

    Examples:
      | topic             | basis |
      | her registration  | text  |
      | the answer sheets | text  |

  # zh: 应用的操作与技术问题由技术咨询解答
  @SUPP-03 @needs.worlds @needs.clock @needs.support/queries
  Scenario Outline: What is about the apps the support desk answers itself
    Given 王芳 is registered at the school and has new phones
    When 王芳 asks the support desk by telephone about <topic> 1 hour after the support desk opens
    Then 王芳 is answered by the support desk itself

    Examples:
      | topic              | basis |
      | the use of the app | text  |
      | a fault of the app | text  |
