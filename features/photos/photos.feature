# zh: 答题纸拍照
Feature: The photos
  The sheets are photographed page by page.

  # zh: 展示未结束不得上传照片
  @PHOT-01 @needs.clock @needs.probes @needs.records
  Scenario Outline: No photo is accepted before the display has ended
    Given 王芳 is answering
    When 王芳 sends page 1 past the app <moment>
    Then 王芳 is refused the photo because its time has not come
    And past the app, page 1 of 王芳 is accepted the instant the display ends

    Examples:
      | moment                        | basis   |
      | 1 minute before the exam ends | text    |
      | 1 ms before the display ends  | reading |

  # zh: 按应用指引逐页拍照，页序与答题纸一致
  @PHOT-01 @needs.clock @needs.records
  Scenario: The app leads through the pages in order
    Given 王芳 may photograph her sheets
    When 王芳 photographs every page
    Then the pages of 王芳 are recorded in the order of the sheet

  # zh: 超出答题纸页数的照片不予接受
  @PHOT-01 @needs.clock @needs.probes @needs.records
  Scenario: A page that the sheet does not have is not accepted
    Given 王芳 has photographed every page of her sheets
    When 王芳 sends one page more than the sheet has past the app
    Then 王芳 is refused the photo because the sheet has no such page
    And page 1 of 王芳 is accepted past the app

  # zh: 不按页序上传的照片不予接受
  @PHOT-01 @needs.clock @needs.probes @needs.records
  Scenario: A page out of its turn is not accepted
    Given 王芳 may photograph her sheets
    When 王芳 sends page 2 past the app
    Then 王芳 is refused the photo because another page comes first
    And after page 1, page 2 of 王芳 is accepted past the app

  # zh: 有答题纸的科目须拍照提交
  @PHOT-02 @needs.clock @needs.records
  Scenario: A subject with answer sheets is handed in with photos
    Given 王芳 is answering a subject with answer sheets
    When 王芳 works until the end and submits
    Then 王芳 stays recorded as having submitted once
    And half an hour later, every file of the main phone of 王芳 has arrived whole

  # zh: 无答题纸的科目不接受照片
  @PHOT-02 @when.has_no_sheet @needs.clock @needs.probes @needs.records
  Scenario: A subject without answer sheets is handed in without
    Given 王芳 has finished all but the submission in a subject without answer sheets
    When 王芳 sends page 1 past the app
    Then 王芳 is refused the photo because the subject has no answer sheets
    And 王芳 can submit

  # zh: 按页序拍摄的，与录像一致
  @PHOT-03 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario: Photos in the order of the pages agree with the film
    Given 王芳 is answering
    And 王芳 has shown every page in order
    When 王芳 lays every page in its turn before the lens and submits
    Then the film of 王芳 shows what she photographed, in order and long enough

  # zh: 拍错页面的照片予以接受，与录像比对可以发现
  @PHOT-03 @needs.clock @needs.files @needs.phones/camera @needs.records
  Scenario Outline: Photos of other pages are taken, and do not agree with the film
    Given 王芳 is answering
    And 王芳 has shown every page in order
    When 王芳 lays <laid> before the lens and submits
    Then 王芳 stays recorded as having submitted once
    And the film of 王芳 does not show what she photographed, in order and long enough

    Examples:
      | laid                                                                       | basis |
      | the last page in the place of the first and the first in that of the last | text  |
      | the first page in every place                                              | text  |
      | a page of another subject in the place of the last                         | text  |

  # zh: 未拍全的照片予以提示，可以重拍
  @PHOT-04 @needs.clock @needs.phones/camera @needs.records
  Scenario: A photo with a part cut off is taken and told
    Given 王芳 may photograph her sheets
    When 王芳 photographs page 1 from too near
    Then page 1 of 王芳 is recorded
    And the photo of page 1 of 王芳 is said to be cut off
    And taken again as it should be, the photo of page 1 of 王芳 has no remark

  # zh: 不清晰的照片予以提示，可以重拍
  @PHOT-05 @needs.clock @needs.phones/camera @needs.records
  Scenario Outline: A photo that is not clear is taken and told
    Given 王芳 may photograph her sheets
    When 王芳 photographs page <page> <badly>
    Then page <page> of 王芳 is recorded
    And the photo of page <page> of 王芳 is said to be <remark>
    And taken again as it should be, the photo of page <page> of 王芳 has no remark

    Examples:
      | page | badly             | remark    | basis |
      | 1    | out of focus      | not clear | text  |
      | 1    | in the dark       | badly lit | text  |
      | 1    | in glaring light  | badly lit | text  |

    @when.has_several_pages
    Examples: a page after the first
      | page | badly             | remark    | basis |
      | 2    | out of focus      | not clear | text  |

  # zh: 学校评阅的是最后一次拍摄的照片
  @PHOT-06 @needs.clock @needs.files @needs.phones/camera @needs.records @needs.uploads
  Scenario Outline: The last photo of each page is what reaches the school
    Given 王芳 has photographed every page of her sheets
    When 王芳 takes page <page> again and submits
    Then what the school marks of 王芳 is the last photo of each page, in order

    Examples:
      | page | basis |
      | 1    | text  |

    @when.has_several_pages
    Examples: a page after the first
      | page | basis |
      | 2    | text  |

  # zh: 各科目提交的只有本科目的照片
  @PHOT-06 @when.has_several_subjects @needs.clock @needs.files @needs.phones/camera @needs.records @needs.uploads
  Scenario: What is handed in of a subject has no photo of another
    Given 王芳 has submitted the first of several subjects
    And 王芳 has sat her second subject until its photos
    When 王芳 lays every page in its turn before the lens and submits
    Then what the school marks of 王芳 is the last photo of each page, in order

  # zh: 质量欠佳的照片提交后，如实记录且不得更改
  @PHOT-07 @needs.clock @needs.phones/camera @needs.probes @needs.records
  Scenario: A poor photo that was submitted stays as it is
    Given 王芳 may photograph her sheets
    And 王芳 has photographed page 1 out of focus
    And 王芳 has photographed the rest and submitted
    When 王芳 sends page 1 past the app
    Then 王芳 is refused the photo because she has submitted already
    And the photo of page 1 of 王芳 is on record as poor
