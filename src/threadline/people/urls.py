"""Addresses of the people area. A person stands in one by a random id, never by name."""

from django.urls import path

from threadline.people import views

app_name = "people"
urlpatterns = [
    path("", views.PeopleRegister.as_view(), name="register"),
    path("add/", views.AddPerson.as_view(), name="add"),
    path("<uuid:person>/", views.ChangePerson.as_view(), name="change"),
    path("<uuid:person>/contact/", views.HowToReach.as_view(), name="contact"),
    path("<uuid:person>/join/", views.JoinPeople.as_view(), name="join"),
    path("<uuid:person>/take-out/", views.TakeOutPerson.as_view(), name="take_out"),
    path("<uuid:person>/put-back/", views.PutBackPerson.as_view(), name="put_back"),
]
