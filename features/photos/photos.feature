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
