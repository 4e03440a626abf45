// One candidate, two phones, WebdriverIO: the main phone shows its exam code, the aux phone is asked for its camera,
// takes the code by hand, and records. Arguments: what `examgate simulate` printed. Each check that holds is a line on stdout.
import assert from 'node:assert/strict'
import { remote } from 'webdriverio'

const told = JSON.parse(process.argv[2])
const candidate = told.candidates[0]
const { hostname, port } = new URL(told.webdriver)
const APPS = { main: 'com.xiaoyibang.main', aux: 'com.xiaoyibang.aux' }
const PNG = 'iVBORw0KGgo'
const REFUSED = { Android: 'invalid element state', iOS: 'Unable To Rotate Device' }

const SYSTEMS = {
    Android: {
        capabilities: (app) => ({ 'appium:automationName': 'UiAutomator2', 'appium:appPackage': app }),
        button: (label) => `android=new UiSelector().className("android.widget.Button").text("${label}")`,
        below: (name, label) => `//*[contains(@resource-id, ":id/${name}")]//*[@text="${label}"]`,
        kind: 'android.widget.EditText',
        askAgain: (app) => ['mobile: changePermissions', { permissions: 'CAMERA', action: 'revoke', appPackage: app }],
        inFront: async (phone) => phone.execute('mobile: getCurrentPackage'),
        folder: '/sdcard/Download',
        strange: 'mobile: activeAppInfo',
        log: 'logcat',
    },
    iOS: {
        capabilities: (app) => ({ 'appium:automationName': 'XCUITest', 'appium:bundleId': app }),
        button: (label) => `-ios class chain:**/XCUIElementTypeButton[\`label == "${label}"\`]`,
        below: (name, label) => `//*[@name="${name}"]//*[@label="${label}"]`,
        kind: 'XCUIElementTypeTextField',
        askAgain: () => ['mobile: resetPermission', { service: 'camera' }],
        inFront: async (phone) => (await phone.execute('mobile: activeAppInfo')).bundleId,
        folder: '/Downloads',
        strange: 'mobile: shell',
        log: 'syslog',
    },
}

const opened = []

async function open(role) {
    const { udid, os } = told.phones.find((one) => one.role === role)
    const platform = os === 'iOS' ? 'iOS' : 'Android'
    const system = SYSTEMS[platform]
    const capabilities = { platformName: platform, 'appium:udid': udid, ...system.capabilities(APPS[role]) }
    const phone = await remote({ hostname, port: Number(port), path: '/', logLevel: 'silent', connectionRetryCount: 0, capabilities })
    opened.push(phone)
    return { phone, platform, app: APPS[role], ...system }
}

async function check(sentence, holds) {
    await holds()
    console.log(sentence)
}

async function refused(promise, words) {
    await assert.rejects(promise, (error) => error.message.includes(words) || error.name.includes(words))
}

async function tapAt(phone, element) {
    const { x, y } = await element.getLocation()
    const { width, height } = await element.getSize()
    const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
    await phone.action('pointer', { parameters: { pointerType: 'touch' } }).move(at).down().pause(50).up().perform()
}

async function showsExamCode({ phone }) {
    await check('an element is found by id and clicked', async () => {
        await phone.$('id:open_song_formal').click()
        assert.ok((await phone.$('id:exam_title').getText()).includes('正式考试'))
    })
    await check('a finger of W3C touches', async () => {
        await tapAt(phone, await phone.$('id:code_entry'))
        assert.ok(await phone.$('id:code_image').isDisplayed())
    })
    return (await phone.$('id:exam_code').getText()).match(/[0-9A-Z]{6,}/)[0]
}

async function pairs({ phone, app, button, below, kind, askAgain }, code) {
    await phone.execute(...askAgain(app))
    await phone.activateApp(app)
    await phone.$(button('扫码')).click()
    await check('the question for the camera is an alert, and is answered', async () => {
        assert.ok((await phone.getAlertText()).includes('小艺助手'))
        await phone.acceptAlert()
        await refused(phone.getAlertText(), 'no such alert')
    })
    await phone.$(button('点击此处')).click()
    await check('fields take text, by class name, and give it back', async () => {
        const [first, second] = await phone.$$(kind).getElements()
        await first.setValue(code)
        await second.setValue(candidate.account)
        assert.equal(await first.getText(), code)
    })
    await phone.$('id:pair').click()
    await check('the sitting is shown, and confirmed by XPath', async () => {
        await phone.$(below('footer', '我已阅读以上内容，并确认信息正确')).click()
        await phone.$(button('进入录制')).click()
    })
    await check('the aux phone records', async () => {
        await phone.$(button('开始录制')).click()
        await answerAll(phone)
        assert.ok(await phone.$(button('完成录制')).isExisting())
    })
}

async function answerAll(phone) {
    while (await phone.getAlertText().catch(() => '')) {
        await phone.acceptAlert()
    }
}

async function device({ phone, platform, app, inFront, folder, strange, log }) {
    await check('the source and a picture show the screen', async () => {
        assert.ok((await phone.getPageSource()).includes(platform === 'iOS' ? 'XCUIElementType' : 'android.widget'))
        assert.ok((await phone.takeScreenshot()).startsWith(PNG))
    })
    await check('files go onto the phone and come back', async () => {
        const text = Buffer.from('四部和声').toString('base64')
        await phone.execute('mobile: pushFile', { remotePath: `${folder}/note.txt`, payload: text })
        assert.equal(await phone.execute('mobile: pullFile', { remotePath: `${folder}/note.txt` }), text)
    })
    await check('the clipboard keeps what it is given', async () => {
        await phone.execute('mobile: setClipboard', { content: Buffer.from('abc').toString('base64') })
        assert.equal(await phone.execute('mobile: getClipboard', {}), Buffer.from('abc').toString('base64'))
    })
    await check('lock, orientation, window and contexts', async () => {
        await phone.lock()
        assert.equal(await phone.isLocked(), true)
        await phone.unlock()
        assert.equal(await phone.getOrientation(), 'PORTRAIT')
        await refused(phone.setOrientation('LANDSCAPE'), REFUSED[platform])
        const { width, height } = await phone.getWindowRect()
        assert.ok(height > width)
        assert.deepEqual(await phone.getContexts(), ['NATIVE_APP'])
    })
    await check('the app in front, and its state', async () => {
        assert.equal(await inFront(phone), app)
        assert.equal(await phone.queryAppState(app), 4)
    })
    await check('a recording of the screen is an MP4', async () => {
        await phone.startRecordingScreen()
        const film = Buffer.from(await phone.stopRecordingScreen(), 'base64')
        assert.equal(film.subarray(4, 8).toString(), 'ftyp')
    })
    await check('the log tells that the app has started', async () => {
        assert.ok((await phone.getLogTypes()).includes(log))
        const lines = await phone.getLogs(log)
        assert.ok(lines.some((line) => line.message.includes(app)))
    })
    await check('a command of the other driver is unknown', () => refused(phone.execute(strange, {}), 'unknown command'))
}

try {
    const main = await open('main')
    const aux = await open('aux')
    await device(main)
    await device(aux)
    const code = await showsExamCode(main)
    await pairs(aux, code)
    console.log('the journey is over')
} catch (fault) {
    console.error(fault.stack)
    process.exitCode = 1
} finally {
    await Promise.all(opened.map((phone) => phone.deleteSession()))
}
