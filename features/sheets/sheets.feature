# zh: 答题纸
Feature: Answer sheets
  They come from the school's registration site, carry a header, and go back to the school by post.

  # zh: 登录报名系统后，可取得本人全部科目的答题纸
  @SHEET-01 @needs.worlds @needs.clock @needs.school/downloads
  Scenario: Who logs in finds the sheets of every subject
    Given 王芳 is registered at the school and has new phones
    When 王芳 downloads her answer sheets 1 minute after the download of sheets opens
    Then 王芳 finds the sheets of every subject of hers
    And 王芳 has the sheets of every subject of hers

  # zh: 未登录报名系统的，不能取得答题纸
  @SHEET-01 @needs.worlds @needs.clock @needs.school/downloads
  Scenario: Who does not log in is given none
    Given 王芳 is registered at the school and has new phones
    When 王芳 comes to the registration site with a wrong password 1 minute after the download of sheets opens
    Then 王芳 is given no sheets because she is not logged in
    And with her own password, 王芳 can download her answer sheets

  # zh: 无须答题纸的科目不提供答题纸
  @SHEET-01 @when.has_no_sheet @needs.candidates @needs.worlds @needs.clock @needs.school/downloads
  Scenario: A subject without answer sheets has none to download
    Given 李静 is registered for a subject with answer sheets
    And 王芳 is registered for a subject without answer sheets
    When 王芳 asks the registration site for the sheets of her subject anyhow 1 minute after the download of sheets opens
    Then 王芳 is given no sheets because her subject has none
    And 李静 can download her answer sheets 2 minutes after the download of sheets opens

  # zh: 答题纸自公布的时刻起开放下载
  @SHEET-02 @needs.worlds @needs.clock @needs.school/downloads
  Scenario Outline: Before the window opens there are no sheets
    Given 王芳 is registered at the school and has new phones
    When 王芳 downloads her answer sheets <moment>
    Then 王芳 is given no sheets because it is too early
    And 王芳 can download her answer sheets the instant the download of sheets opens

    Examples:
      | moment                                      | basis   | reading |
      | 1 minute before the download of sheets opens | text    |         |
      | 1 ms before the download of sheets opens     | reading | C29     |

  # zh: 在公布的截止时刻及之前均可下载
  @SHEET-02 @needs.worlds @needs.clock @needs.school/downloads
  Scenario Outline: To the very end of the window the sheets can be had
    Given 王芳 is registered at the school and has new phones
    When 王芳 downloads her answer sheets <moment>
    Then 王芳 has the sheets of every subject of hers

    Examples:
      | moment                                        | basis   | reading |
      | 1 minute before the download of sheets closes | text    |         |
      | 1 ms before the download of sheets closes     | reading | C29     |
      | the instant the download of sheets closes     | reading | C29     |

  # zh: 截止时刻之后不能下载
  @SHEET-02 @needs.worlds @needs.clock @needs.school/downloads
  Scenario Outline: After the window there are no sheets any more
    Given 王芳 is registered at the school and has new phones
    And 王芳 has downloaded her answer sheets the instant the download of sheets closes
    When 王芳 downloads her answer sheets <moment>
    Then 王芳 is given no sheets because it is too late

    Examples:
      | moment                                       | basis   | reading |
      | 1 second after the download of sheets closes | reading | C29     |
      | 1 minute after the download of sheets closes | text    |         |

  # zh: 下载全部科目的答题纸和草稿纸，纸型为A4
  @SHEET-03 @needs.worlds @needs.clock @needs.school/downloads
  Scenario: What is downloaded can be printed on A4, draft paper included
    Given 王芳 is registered at the school and has new phones
    When 王芳 downloads her answer sheets 1 minute after the download of sheets opens
    Then 王芳 has the sheets of every subject of hers
    And each of the documents of 王芳 has its pages and draft paper on A4

  # zh: 候考时提醒备好答题纸、草稿纸和笔
  @SHEET-05 @needs.clock
  Scenario: While there is time, the phone reminds of sheets, draft paper and pen
    Given 王芳 is in the waiting room
    When it is 1 minute before the exam starts
    Then the main phone of 王芳 reminds of sheets, draft paper and pen

  # zh: 答题纸抬头须写明专业、姓名和准考证号
  @SHEET-06 @needs.clock @needs.phones/camera @needs.files @needs.records
  Scenario Outline: What is missing in the header is told and not refused
    Given 王芳 may photograph her sheets
    When 王芳 photographs her sheets with <header>
    Then the pages of 王芳 are recorded in the order of the sheet
    And the reviewer is told of <told> on every page of 王芳

    Examples:
      | header                            | told                | basis |
      | a complete header in black ink    | nothing amiss       | text  |
      | an empty header                   | three empty fields  | text  |
      | no major in the header            | no major            | text  |
      | no name in the header             | no name             | text  |
      | no admission number in the header | no admission number | text  |

  # zh: 答题纸抬头须用黑色签字笔填写
  @SHEET-08 @needs.clock @needs.phones/camera @needs.files @needs.records
  Scenario Outline: The ink of the header is told and not refused
    Given 王芳 may photograph her sheets
    When 王芳 photographs her sheets with <header>
    Then the pages of 王芳 are recorded in the order of the sheet
    And the reviewer is told of <told> on every page of 王芳

    Examples:
      | header                         | told          | basis |
      | a complete header in black ink | nothing amiss | text  |
      | a header in blue ink           | blue ink      | text  |
      | a header in pencil             | pale strokes  | text  |

  # zh: 答题纸须在截止时刻前寄出，以邮戳为准
  @SHEET-09 @SHEET-10 @needs.worlds @needs.clock @needs.post/parcels @needs.post/mail-room
  Scenario Outline: The stamp says whether the sheets were posted in time
    Given 王芳 is registered at the school and has new phones
    When 王芳 posts her sheets <moment> under a stamp that shows <grain>
    Then the mail room finds the sheets of 王芳 posted <verdict>

    Examples:
      | moment                                         | grain      | verdict | basis   | reading |
      | 1 minute before the sheets are due at the post | the minute | in time | text    |         |
      | 1 ms before the sheets are due at the post     | the minute | in time | reading | C30     |
      | the instant the sheets are due at the post     | the minute | late    | reading | C30     |
      | 1 ms after the sheets are due at the post      | the minute | late    | reading | C30     |
      | 1 minute after the sheets are due at the post  | the minute | late    | text    |         |
      | 1 minute before the sheets are due at the post | the hour   | in time | text    |         |
      | the instant the sheets are due at the post     | the hour   | late    | reading | C30     |

  # zh: 邮戳仅有日期的，当日寄出的无法判定是否及时
  @SHEET-09 @needs.worlds @needs.clock @needs.post/parcels @needs.post/mail-room
  Scenario Outline: A stamp with the day only leaves that day open
    Given 王芳 is registered at the school and has new phones
    When 王芳 posts her sheets <moment> under a stamp that shows the day only
    Then the mail room finds the sheets of 王芳 posted <verdict>

    Examples:
      | moment                                         | verdict                                 | basis   |
      | 24 hours before the sheets are due at the post | in time                                 | text    |
      | 1 minute before the sheets are due at the post | at an hour that the stamp does not tell | reading |
      | the instant the sheets are due at the post     | at an hour that the stamp does not tell | reading |
      | 1 minute after the sheets are due at the post  | at an hour that the stamp does not tell | reading |
      | 24 hours after the sheets are due at the post  | late                                    | text    |

  # zh: 本专业全部科目的答题纸装袋，以规定的渠道寄送
  @SHEET-11 @needs.worlds @needs.clock @needs.post/parcels @needs.post/mail-room
  Scenario Outline: The mail room notes what the bag lacks
    Given 王芳 is registered at the school and has new phones
    When 王芳 posts <parcel> 1 hour before the sheets are due at the post
    Then the mail room notes <amiss> of the sheets of 王芳

    Examples:
      | parcel                                      | amiss             | basis |
      | her sheets as the notice asks               | nothing amiss     | text  |
      | her sheets by another carrier               | another carrier   | text  |
      | her sheets without a bag                    | no bag            | text  |
      | her sheets without those of her last subject | a missing subject | text  |

  # zh: 无须答题纸的科目不必寄送
  @SHEET-11 @when.has_no_sheet @needs.worlds @needs.clock @needs.post/parcels @needs.post/mail-room
  Scenario: Of a subject without answer sheets nothing is posted
    Given 王芳 is registered for a subject without answer sheets
    When 王芳 posts sheets of her subject anyhow 1 hour before the sheets are due at the post
    Then the mail room notes sheets that nobody asked for of the sheets of 王芳

  # zh: 答题纸寄往学校公布的地址
  @SHEET-12 @needs.worlds @needs.clock @needs.post/parcels @needs.post/mail-room
  Scenario Outline: The bag goes to the published address
    Given 王芳 is registered at the school and has new phones
    When 王芳 posts <parcel> 1 hour before the sheets are due at the post
    Then the mail room notes <amiss> of the sheets of 王芳

    Examples:
      | parcel                        | amiss           | basis |
      | her sheets as the notice asks | nothing amiss   | text  |
      | her sheets to another address | another address | text  |
