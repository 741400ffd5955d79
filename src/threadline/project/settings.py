"""One settings file, driven by the environment. What must never run in production is refused in `checks.py`."""

from pathlib import Path

from threadline.project import environment as env
from threadline.project.sqlite import use_sound_sqlite

SQLITE_VERSION = use_sound_sqlite()

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(env.text("THREADLINE_DATA", "var")).resolve()
GUIDE = Path(env.text("THREADLINE_GUIDE", str(PACKAGE.parent.parent / "docs" / "guide"))).resolve()
BUILD = Path(env.text("THREADLINE_BUILD", str(PACKAGE.parent.parent / "build"))).resolve()

DEBUG = env.flag("THREADLINE_DEBUG", default=False)
EXAMPLE = env.flag("THREADLINE_EXAMPLE", default=False)
HTTPS = env.flag("THREADLINE_HTTPS", default=True)
SECRET_KEY = env.secret("THREADLINE_SECRET_KEY", folder=DATA / "keys")
AUDIT_KEY = env.secret("THREADLINE_AUDIT_KEY", folder=DATA / "keys")
DOCUMENT_KEY = env.secret("THREADLINE_DOCUMENT_KEY", folder=DATA / "keys")
ALLOWED_HOSTS = env.names("THREADLINE_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.names("THREADLINE_ORIGINS", "")
ALLOW_UNSOUND_SQLITE = env.flag("THREADLINE_ALLOW_UNSOUND_SQLITE", default=False)

INSTALLED_APPS = [
    "threadline.ui",
    "threadline.audit",
    "threadline.jobs",
    "threadline.accounts",
    "threadline.agencies",
    "threadline.access",
    "threadline.reviews",
    "threadline.documents",
    "threadline.people",
    "threadline.notices",
    "threadline.threshold",
    "threadline.panel",
    "threadline.chronology",
    "threadline.administration",
    "threadline.desk",
    "threadline.project",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "threadline.ui.middleware.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "threadline.ui.middleware.KeepTyped",
    "threadline.accounts.limits.SessionLimits",
    "threadline.accounts.second_factor.SecondFactor",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "threadline.access.middleware.Acting",
]

ROOT_URLCONF = "threadline.project.urls"
WSGI_APPLICATION = "threadline.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(PACKAGE.glob("*/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "threadline.ui.environment.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "threadline.ui.context.frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {"default": env.database(env.text("DATABASE_URL"), data=DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "threadline_cache",
        "OPTIONS": {
            "MAX_ENTRIES": 200_000
        },  # counts of tries live here: nobody may push them out with made-up addresses
    },
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["threadline.accounts.backend.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "threadline.accounts.passwords.LongEnough"},
    {"NAME": "threadline.accounts.passwords.NotCommon"},
    {"NAME": "threadline.accounts.passwords.NotOneThing"},
    {"NAME": "threadline.agencies.passwords.NotOurNames"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "threadline.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "10/5m/key,30/5m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_FORMS = {
    "login": "threadline.accounts.forms.SignIn",
    "reset_password": "threadline.accounts.forms.AskForLink",
    "change_password": "threadline.accounts.forms.ChangePassword",
    "set_password": "threadline.accounts.forms.SetPassword",
    "reset_password_from_key": "threadline.accounts.forms.ResetPassword",
}
MFA_ADAPTER = "threadline.accounts.factors.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "threadline.accounts.codes.EnterCode",
    "reauthenticate": "threadline.accounts.codes.ConfirmByCode",
    "authenticate_webauthn": "threadline.accounts.forms.PasskeyAfterPassword",
    "login_webauthn": "threadline.accounts.forms.PasskeyAlone",
    "reauthenticate_webauthn": "threadline.accounts.forms.ConfirmByPasskey",
    "add_webauthn": "threadline.accounts.forms.AddPasskey",
    "edit_webauthn": "threadline.accounts.forms.RenamePasskey",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_TRUST_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up, so nobody can block another's address
USERSESSIONS_ADAPTER = "threadline.accounts.sessions.Sessions"
USERSESSIONS_TRACK_ACTIVITY = False

OIDC_ISSUER = env.text("THREADLINE_OIDC_ISSUER")
OIDC_ORIGINS = env.names("THREADLINE_OIDC_ORIGINS", "")
SOCIALACCOUNT_ADAPTER = "threadline.accounts.single_sign_on.SingleSignOn"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = env.single_sign_on(OIDC_ISSUER)

SESSION_ENGINE = "threadline.accounts.session_store"
SESSION_COOKIE_NAME = "__Host-threadline" if HTTPS else "threadline"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a message can name somebody: no cookie
CSRF_COOKIE_NAME = "__Host-threadline-csrf" if HTTPS else "threadline-csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "threadline.ui.errors.csrf_failure"

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
BEHIND_PROXY = env.flag("THREADLINE_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BUILD / "assets"] if (BUILD / "assets").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "documents"
MEDIA_URL = ""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
UPLOAD_LIMIT = 25 * 1024 * 1024
UPLOAD_A_DAY = env.number("THREADLINE_UPLOAD_A_DAY", 500) * 1024 * 1024
CLAMD = env.text("THREADLINE_CLAMD")

EMAIL_HOST = env.text("THREADLINE_SMTP")
EMAIL_PORT = env.number("THREADLINE_SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("THREADLINE_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("THREADLINE_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("THREADLINE_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_BACKEND = env.text(
    "THREADLINE_EMAIL_BACKEND", f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.text("THREADLINE_FROM", "threadline@localhost")
ORIGIN = env.text("THREADLINE_ADDRESS", f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}").rstrip("/")
WITNESSES = env.names("THREADLINE_AUDIT_WITNESSES", "")

TASKS = {
    "default": {
        "BACKEND": env.text("THREADLINE_TASKS", "django_tasks_db.DatabaseBackend"),
        "QUEUES": [],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "threadline.project.logs.Scrubbed"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.db.backends": {"level": "WARNING"},
    },
}
